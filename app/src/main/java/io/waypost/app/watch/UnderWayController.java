package io.waypost.app.watch;

import io.swagger.v3.oas.annotations.Parameter;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitRef;
import io.waypost.core.network.UnitKind;
import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LastScan;
import io.waypost.core.watch.Silence;
import io.waypost.core.watch.SilenceWatch;
import io.waypost.core.watch.WatchState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The parcels behind the numbers of a board: those under way, and those that nobody has seen for long. */
@RestController
class UnderWayController {

    private final UnderWayStore store;
    private final SilenceEngine engine;
    private final LimitShelf limits;
    private final Network network;
    private final Clock clock;

    UnderWayController(UnderWayStore store, SilenceEngine engine, LimitShelf limits, Network network, Clock clock) {
        this.store = store;
        this.engine = engine;
        this.limits = limits;
        this.network = network;
        this.clock = clock;
    }

    /**
     * A parcel under way.
     *
     * @param unit where its next scan is expected
     * @param limitAt when it becomes silent, or became so
     * @param hoursSilent how long nobody has seen it
     */
    record UnderWayRow(
            String waybill,
            UnitRef unit,
            Silence.Level level,
            ScanType lastType,
            Instant lastAt,
            UnitRef lastSite,
            Stage stage,
            @Nullable Instant limitAt,
            @Nullable Double limitHours,
            double hoursSilent,
            @Nullable UUID findingId) {}

    @GetMapping("/api/v1/watch/parcels")
    @Transactional(readOnly = true)
    Page<UnderWayRow> list(
            @Parameter(description = "Where the next scan is expected: this unit or one below it.") @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = "Code of a province: only what is expected at places there.") @RequestParam(required = false) @Nullable String province,
            @Parameter(description = "Only those at the watch level: no scan for 24 hours, not silent yet, not resting.") @RequestParam(defaultValue = "false") boolean watched,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var now = clock.instant();
        var current = limits.current();
        var watchedHours = Duration.ofMinutes(Math.round(current.policy().watchHours() * 60));
        var filter = new UnderWayStore.Filter(path(unit), province == null ? null : places(province),
                watched ? now.minus(watchedHours) : null);
        var after = Cursor.read(cursor, 2);
        int size = Page.limit(limit);
        var found = store.list(filter, after.isEmpty() ? null : instant(after.getFirst()),
                after.isEmpty() ? null : after.getLast(), size + 1);
        var shown = found.size() > size ? found.subList(0, size) : found;
        var next = found.size() > size ? Cursor.of(shown.getLast().lastAt(), shown.getLast().waybill()) : null;
        return new Page<>(rows(shown, now), next, null);
    }

    private List<UnderWayRow> rows(List<UnderWayStore.Listed> shown, Instant now) {
        var states = engine.states(shown.stream().map(UnderWayStore.Listed::waybill).toList());
        var watch = engine.watch();
        return shown.stream().map(listed -> {
            var state = states.get(listed.waybill());
            var last = state == null ? null : state.last();
            return state == null || last == null ? null : row(listed, state, last, watch, now);
        }).filter(Objects::nonNull).toList();
    }

    private UnderWayRow row(UnderWayStore.Listed listed, WatchState state, LastScan last, SilenceWatch watch,
            Instant now) {
        var silence = Silence.of(watch.advance(state, now).state(), watch, limits.current().policy(), now);
        var limit = silence.limit();
        var finding = state.finding();
        var hours = Duration.between(last.at(), now).toMinutes() / 60.0;
        return new UnderWayRow(listed.waybill(), network.ref(last.expectedSite()), silence.level(), last.type(),
                last.at(), network.ref(last.site()), last.stage(), silence.limitAt(),
                limit == null ? null : limit.hours(), Math.round(hours * 10) / 10.0,
                finding == null ? null : finding.id());
    }

    /** What somebody does not reach is not there for them: they are told so, rather than shown an empty list. */
    private String path(@Nullable String code) {
        var scope = Acting.current().scope();
        if (code == null || code.isBlank()) {
            return scope.path();
        }
        return network.unit(code).filter(unit -> scope.reaches(unit.path()))
                .map(unit -> unit.kind() == UnitKind.HEADQUARTERS ? "/" : unit.path())
                .orElseThrow(() -> Refusal.notFound("unit", code));
    }

    private List<String> places(String province) {
        var divisions = Divisions.china();
        var code = divisions.byCode(province).filter(found -> found.level() == 1).map(Division::code)
                .orElseThrow(() -> Refusal.invalid("province", province, "UNKNOWN",
                        "Use the code of a province, such as 440000."));
        return network.all().stream()
                .filter(unit -> unit.division() != null
                        && divisions.provinceOf(unit.division()).map(Division::code).filter(code::equals).isPresent())
                .map(Unit::path)
                .toList();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw Refusal.invalid("cursor", text, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }
}
