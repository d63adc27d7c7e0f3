package io.waypost.app.appeal;

import io.waypost.app.appeal.AppealFigures.Statistics;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.deadline.StatutoryRow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What appeals are counted by and held against. */
@RestController
@RequestMapping("/api/v1/appeals")
class AppealFigureController {

    private final AppealFigures figures;
    private final Volumes volumes;
    private final Periods periods;

    AppealFigureController(AppealFigures figures, Volumes volumes, Periods periods) {
        this.figures = figures;
        this.volumes = volumes;
        this.periods = periods;
    }

    /** The parcels that were picked up in a region in a month such as 2026-11. */
    record NewVolume(@Nullable String month, @Nullable String region, long parcels) {}

    /** A version of a period of law, such as P15D from a day on. */
    record NewPeriod(@Nullable String key, @Nullable String jurisdiction, @Nullable String value,
            @Nullable LocalDate effectiveFrom, @Nullable String source) {}

    record PeriodRow(String key, String jurisdiction, String value, LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo, String source) {

        static PeriodRow of(StatutoryRow row) {
            return new PeriodRow(row.key().code(), row.jurisdiction().code(), row.value().toString(),
                    row.effectiveFrom(), row.effectiveTo(), row.source());
        }
    }

    @GetMapping("/statistics")
    Statistics statistics(@RequestParam String from, @RequestParam String until) {
        return figures.of(from, until);
    }

    @PutMapping("/volumes")
    AppealFigures.Entered enter(@RequestBody NewVolume body) {
        return figures.entered(
                volumes.enter(text("month", body.month()), text("region", body.region()), body.parcels()));
    }

    @GetMapping("/periods")
    List<PeriodRow> periods() {
        return periods.rows().stream().map(PeriodRow::of).toList();
    }

    @PostMapping("/periods")
    PeriodRow add(@RequestBody NewPeriod body) {
        if (body.effectiveFrom() == null) {
            throw Refusal.invalid("effectiveFrom", null, "MISSING", "Write the first day on which it counts.");
        }
        return PeriodRow.of(periods.add(text("key", body.key()), text("jurisdiction", body.jurisdiction()),
                text("value", body.value()), body.effectiveFrom(), text("source", body.source())));
    }

    private static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(field, null, "MISSING", "The field is required.");
        }
        return text.strip();
    }
}
