package io.waypost.app.liability;

import io.waypost.app.kernel.Page;
import io.waypost.app.liability.ChargeFigures.Figures;
import io.waypost.app.liability.ChargeLists.Asked;
import io.waypost.app.liability.ChargeView.ChargeRow;
import io.waypost.app.liability.UnitStatements.UnitStatement;
import io.waypost.core.liability.LiabilityState.Name;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charges, statements and figures, to be read. */
@RestController
@RequestMapping("/api/v1/charges")
class ChargeController {

    private final ChargeLists lists;
    private final ChargeViews views;
    private final UnitStatements statements;
    private final ChargeFigures figures;

    ChargeController(ChargeLists lists, ChargeViews views, UnitStatements statements, ChargeFigures figures) {
        this.lists = lists;
        this.views = views;
        this.statements = statements;
        this.figures = figures;
    }

    @GetMapping
    Page<ChargeRow> list(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Name state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.list(new Asked(unit, state, text), cursor, limit);
    }

    @GetMapping("/{id}")
    ChargeView get(@PathVariable UUID id) {
        return views.view(id);
    }

    /** Both days are included; without a unit, the caller's own. */
    @GetMapping("/statement")
    UnitStatement statement(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return statements.of(unit, Days.of(from, to));
    }

    /** The same of the unit and all below it. */
    @GetMapping("/figures")
    Figures figures(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return figures.of(unit, Days.of(from, to));
    }
}
