package io.waypost.app.watch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.app.parcel.FindingView;
import io.waypost.app.parcel.PauseView;
import io.waypost.app.watch.FindingStore.Became;
import io.waypost.app.watch.FindingTickets.Standing;
import io.waypost.core.network.UnitKind;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.DayPart;
import io.waypost.core.watch.LimitRow;
import io.waypost.core.watch.LimitRow.Basis;
import io.waypost.core.watch.Pause;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class WatchController {

    private final WatchDesk desk;
    private final LimitShelf shelf;
    private final Learning learning;
    private final FindingStore findings;
    private final SilencePage page;
    private final Network network;
    private final ObjectProvider<FindingTickets> tickets;
    private final Clock clock;

    WatchController(WatchDesk desk, LimitShelf shelf, Learning learning, FindingStore findings,
            SilencePage page,
            Network network, ObjectProvider<FindingTickets> tickets, Clock clock) {
        this.desk = desk;
        this.shelf = shelf;
        this.learning = learning;
        this.findings = findings;
        this.page = page;
        this.network = network;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping("/findings")
    @Transactional(readOnly = true)
    public Page<FindingRow> findings(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) @Nullable LaneClass laneClass,
            @RequestParam(required = false) FindingStore.@Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = new FindingStore.Filter(path(unit), open, province,
                new Became(stage, laneClass, outcome, from, until, event));
        var after = Cursor.read(cursor, 2);
        int size = Page.limit(limit);
        var found = findings.list(filter, after.isEmpty() ? null : part(after.getFirst(), Instant::parse),
                after.isEmpty() ? null : part(after.getLast(), UUID::fromString), size + 1);
        var shown = found.size() > size ? found.subList(0, size) : found;
        var next = found.size() > size ? Cursor.of(shown.getLast().raisedAt(), shown.getLast().id()) : null;
        return new Page<>(rows(shown), next, findings.count(filter));
    }

    @GetMapping("/watch/limits")
    @Transactional(readOnly = true)
    public LimitTable limits() {
        var current = shelf.current();
        return new LimitTable(current.version(), current.effectiveFrom(),
                current.rows().stream().map(LimitLine::of).toList(),
                current.policy().floorHours(), current.policy().watchHours());
    }

    @PostMapping("/watch/limits/learn")
    public Learning.Learnt learn() {
        requireHeadquarters("Limits are learnt from the whole network, by headquarters.");
        return learning.learn(clock.instant(), Acting.current().name());
    }

    @GetMapping("/watch/quality")
    @Transactional(readOnly = true)
    public QualityView quality(@RequestParam(defaultValue = "7") int days) {
        var counted = findings.quality(clock.instant().minus(Duration.ofDays(Math.clamp(days, 1, 400))));
        long judged = counted.right() + counted.wrong();
        return new QualityView(counted.raised(), counted.right(), counted.wrong(), counted.open(),
                judged == 0 ? null : counted.right() / (double) judged);
    }

    @PostMapping("/parcels/{waybill}/pauses")
    PauseView pause(@PathVariable String waybill, @RequestBody PauseRequest request) {
        return desk.rest(waybill, request.reason(), request.until(), request.note());
    }

    private static void requireHeadquarters(String why) {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", why);
        }
    }

    private List<FindingRow> rows(List<Finding> shown) {
        var now = clock.instant();
        var ids = shown.stream().map(Finding::ticketId).filter(Objects::nonNull).toList();
        var known = tickets.getIfAvailable();
        var standing = known == null ? Map.<UUID, Standing>of() : known.standing(ids);
        return shown.stream().map(finding -> row(finding, standing, now)).toList();
    }

    private FindingRow row(Finding finding, Map<UUID, Standing> standing, Instant now) {
        var view = page.view(finding);
        var ticket = finding.ticketId() == null ? null : standing.get(finding.ticketId());
        var until = finding.clearedAt() == null ? now : finding.clearedAt();
        var hours = Duration.between(finding.silentSince(), until).toMinutes() / 60.0;
        return FindingRow.of(view, ticket, Math.round(hours * 10) / 10.0);
    }

    private String path(@Nullable String unit) {
        if (unit == null) {
            return Acting.current().scope().path();
        }
        return network.unit(unit).filter(found -> Acting.current().scope().reaches(found.path()))
                .map(found -> found.kind() == UnitKind.HEADQUARTERS ? "/" : found.path())
                .orElseThrow(() -> Refusal.notFound("unit", unit));
    }

    private static <T> T part(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeParseException | IllegalArgumentException _) {
            throw Refusal.invalid("cursor", text, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }

    record FindingRow(
            @JsonUnwrapped FindingView finding,
            UnitRef unit,
            @Nullable String ticketState,
            @Nullable Instant ticketDueAt,
            @Nullable Integer ticketLimitMinutes,
            double hoursSilent) {

        static FindingRow of(FindingView view, @Nullable Standing ticket, double hours) {
            return new FindingRow(view, view.responsible(), ticket == null ? null : ticket.state(),
                    ticket == null ? null : ticket.dueAt(), ticket == null ? null : ticket.limitMinutes(), hours);
        }
    }

    record LimitTable(int version, Instant effectiveFrom, List<LimitLine> rows, double floorHours, double watchHours) {}

    record LimitLine(
            Stage stage,
            @Nullable LaneClass laneClass,
            @Nullable String fromDivision,
            @Nullable String toDivision,
            @Nullable DayPart dayPart,
            double hours,
            List<DayOfWeek> restDays,
            Basis basis,
            @Nullable Double percentile,
            @Nullable Long samples,
            String source,
            String author,
            Instant effectiveFrom) {

        static LimitLine of(LimitRow row) {
            var key = row.key();
            return new LimitLine(key.stage(), key.laneClass(), key.fromDivision(), key.toDivision(), key.dayPart(),
                    row.hours(), row.restDays().days(),
                    row.basis(), row.percentile(), row.samples(), row.source(), row.author(), row.effectiveFrom());
        }
    }

    record QualityView(long raised, long right, long wrong, long open, @Nullable Double precision) {}

    record PauseRequest(Pause.@Nullable Reason reason, @Nullable Instant until, @Nullable String note) {}
}
