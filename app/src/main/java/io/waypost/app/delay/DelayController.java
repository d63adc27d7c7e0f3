package io.waypost.app.delay;

import io.swagger.v3.oas.annotations.Parameter;
import io.waypost.app.delay.DelayViews.DelayBoard;
import io.waypost.app.delay.DelayViews.DelayRow;
import io.waypost.app.kernel.Page;
import io.waypost.core.delay.Salvage.Chance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/delays")
class DelayController {

    private final DelayLists lists;

    DelayController(DelayLists lists) {
        this.lists = lists;
    }

    @GetMapping
    Page<DelayRow> list(
            @Parameter(description = "Whose move is next: this unit or one below it.") @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Chance chance,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.list(unit, chance, cursor, limit);
    }

    @GetMapping("/board")
    DelayBoard board(@RequestParam(required = false) @Nullable String unit) {
        return lists.board(unit);
    }

    @GetMapping("/versions")
    List<DelayVersion> versions() {
        return lists.versions();
    }
}
