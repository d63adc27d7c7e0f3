package io.waypost.app.watch;

import io.waypost.app.network.Network;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.network.UnitKind;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How often warnings were right. */
@RestController
@RequestMapping("/api/v1/boards/precision")
class PrecisionController {

    /** What the platform promises: nineteen of twenty warnings are right. */
    private static final double TARGET = 0.95;

    private final PrecisionStore store;
    private final Network network;
    private final Clock clock;

    PrecisionController(PrecisionStore store, Network network, Clock clock) {
        this.store = store;
        this.network = network;
        this.clock = clock;
    }

    /** The current week and those before it. */
    @GetMapping
    @Transactional(readOnly = true)
    public PrecisionBoard precision(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "8") int weeks) {
        var place = network.reached(unit);
        var now = clock.instant();
        int spanned = Math.clamp(weeks, 1, 53);
        var first = LocalDate.ofInstant(now, Holidays.ZONE)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(spanned - 1L);
        var mondays = IntStream.range(0, spanned).mapToObj(first::plusWeeks).toList();
        var from = first.atStartOfDay(Holidays.ZONE).toInstant();
        // A site that the tree does not have lies at the root, where only the headquarters sees it.
        var reach = place.kind() == UnitKind.HEADQUARTERS ? "/" : place.path();
        return PrecisionBoard.of(place.ref(), from, now, TARGET, mondays,
                store.lines(reach, place.path(), from, now),
                code -> code.isEmpty() ? place.ref() : network.ref(code));
    }

}
