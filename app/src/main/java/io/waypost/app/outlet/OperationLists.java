package io.waypost.app.outlet;

import io.waypost.app.identity.DutyKind;
import io.waypost.app.identity.DutyRoster;
import io.waypost.app.identity.OnDuty;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.outlet.OperationViews.AbnormalityView;
import io.waypost.app.outlet.OperationViews.AreaRow;
import io.waypost.app.outlet.OperationViews.CauseCount;
import io.waypost.app.outlet.OperationViews.OperationBoard;
import io.waypost.app.outlet.OperationViews.SaidView;
import io.waypost.app.outlet.OperationViews.SitePage;
import io.waypost.app.outlet.OperationViews.SiteRow;
import io.waypost.core.network.UnitKind;
import io.waypost.core.outlet.AbnormalCause;
import io.waypost.core.outlet.AnswerState;
import io.waypost.core.outlet.HardAreas;
import io.waypost.core.outlet.HourReading;
import io.waypost.core.outlet.OperationMeasure;
import io.waypost.core.place.Divisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of sites at work, within their scope. */
@Service
@Transactional(readOnly = true)
class OperationLists {

    private static final Duration SMALL = Duration.ofDays(1);
    private static final Duration LARGE = Duration.ofDays(2);
    private static final int OF_SITE = 20;
    private static final int AREA_DAYS = 30;
    private static final int AREAS = 30;

    private final AbnormalityStore store;
    private final SiteStore sites;
    private final ReadingStore readings;
    private final CountProgressStore progress;
    private final DutyRoster duties;
    private final Network network;
    private final Clock clock;

    OperationLists(AbnormalityStore store, SiteStore sites, ReadingStore readings, CountProgressStore progress,
            DutyRoster duties, Network network, Clock clock) {
        this.store = store;
        this.sites = sites;
        this.readings = readings;
        this.progress = progress;
        this.duties = duties;
        this.network = network;
        this.clock = clock;
    }

    OperationBoard board(@Nullable String asked) {
        var unit = network.reached(asked);
        var now = clock.instant();
        var done = progress.now();
        var standing = store.standing(path(unit));
        var byCause = standing.stream().collect(Collectors.groupingBy(Abnormality::cause, Collectors.counting()));
        var total = sites.total(path(unit), now);
        return new OperationBoard(unit.ref(), now, done.from(), done.at(), judgedFrom(done),
                Arrays.stream(AbnormalCause.values()).filter(byCause::containsKey)
                        .map(cause -> new CauseCount(cause, byCause.getOrDefault(cause, 0L))).toList(),
                standing.stream().map(Abnormality::site).distinct().count(), total.sites(), total.backlog(),
                total.aged(), total.given(), total.delivered(), total.failed());
    }

    /** What stands, the worst first: those whose time runs out unanswered, then the gravest cause, then the largest deviation. */
    Page<AbnormalityView> standing(@Nullable String asked, @Nullable AbnormalCause cause, @Nullable Integer limit) {
        var all = store.standing(path(network.reached(asked))).stream()
                .filter(one -> cause == null || one.cause() == cause)
                .sorted(Comparator.comparing((Abnormality one) -> one.state() != AnswerState.OPEN)
                        .thenComparing(Abnormality::cause)
                        .thenComparing(Comparator.comparingDouble(Abnormality::score).reversed())
                        .thenComparing(Abnormality::id))
                .toList();
        int most = Page.limit(limit);
        return new Page<>(views(all.stream().limit(most).toList(), true), null, (long) all.size());
    }

    /** What is over, the newest first. */
    Page<AbnormalityView> past(@Nullable String asked, @Nullable String cursor, @Nullable Integer limit) {
        var after = Cursor.read(cursor, 2);
        int most = Page.limit(limit);
        var found = store.past(path(network.reached(asked)),
                after.isEmpty() ? null : Cursor.value(after.getFirst(), Instant::parse, cursor),
                after.isEmpty() ? null : Cursor.value(after.getLast(), UUID::fromString, cursor), most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        return new Page<>(views(shown, false),
                found.size() > most ? Cursor.of(shown.getLast().raisedAt(), shown.getLast().id()) : null, null);
    }

    AbnormalityView view(UUID id) {
        return views(List.of(store.find(id).orElseThrow(() -> Refusal.notFound("abnormality", id))), true).getFirst();
    }

    Page<SiteRow> sites(@Nullable String asked, SiteStore.Order order, @Nullable String cursor,
            @Nullable Integer limit) {
        var unit = network.reached(asked);
        var after = Cursor.read(cursor, 2);
        int most = Page.limit(limit);
        var found = sites.list(path(unit), order,
                after.isEmpty() ? null : Cursor.value(after.getFirst(), Double::valueOf, cursor),
                after.isEmpty() ? null : after.getLast(), clock.instant(), most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var causes = causes(path(unit));
        return new Page<>(shown.stream().map(now -> row(now, causes)).toList(),
                found.size() > most ? Cursor.of(shown.getLast().value(), shown.getLast().site()) : null, null);
    }

    SitePage site(String code) {
        var unit = network.reached(code);
        if (unit.kind() != UnitKind.OUTLET && unit.kind() != UnitKind.HUB) {
            throw Refusal.notFound("outlet or hub", code);
        }
        var now = clock.instant();
        var from = now.minus(LARGE).truncatedTo(ChronoUnit.HOURS);
        List<HourReading> all = readings.since(List.of(code), from.minus(Judging.HISTORY)).getOrDefault(code,
                List.of());
        var here = sites.list(unit.path(), SiteStore.Order.BACKLOG, null, null, now, Page.MOST).stream()
                .filter(one -> one.site().equals(code)).findFirst()
                .orElseGet(() -> new SiteStore.Now(code, 0, 0, 0, 0, 0, 0, 0));
        var measures = Stream.of(OperationMeasure.values())
                .filter(measure -> unit.kind() == UnitKind.OUTLET
                        || (measure != OperationMeasure.DELIVERY_RATE && measure != OperationMeasure.FAILED_SHARE));
        var duty = onDuty(unit);
        return new SitePage(row(here, causes(unit.path())), unit.kind(), now, judgedFrom(progress.now()),
                duty == null ? null : duty.person(), duty == null ? null : network.ref(duty.unitCode()),
                measures.map(measure -> Curve.of(measure, all, from)).toList(),
                views(store.ofSite(code, OF_SITE), false), areas(code, now));
    }

    private List<AreaRow> areas(String code, Instant now) {
        return HardAreas.of(sites.attempts(code, Counting.day(now).minusDays(AREA_DAYS))).stream().limit(AREAS)
                .map(area -> new AreaRow(area.area(), Divisions.china().fullName(area.area()), area.attempts(),
                        area.failed(), area.share(), area.elsewhere(), area.hard()))
                .toList();
    }

    private static @Nullable Instant judgedFrom(CountProgressStore.Progress done) {
        var from = done.from();
        return from == null ? null : OutletWork.firstJudged(from);
    }

    private @Nullable OnDuty onDuty(Unit site) {
        return network.atOrAbove(site.code(), UnitKind.REGION).or(network::headquarters)
                .flatMap(unit -> duties.onDuty(unit.code(), DutyKind.ALL)).orElse(null);
    }

    private Map<String, List<AbnormalCause>> causes(String path) {
        return store.standing(path).stream().sorted(Comparator.comparing(Abnormality::cause))
                .collect(Collectors.groupingBy(Abnormality::site,
                        Collectors.mapping(Abnormality::cause, Collectors.toList())));
    }

    private SiteRow row(SiteStore.Now now, Map<String, List<AbnormalCause>> causes) {
        return new SiteRow(network.ref(now.site()), place(now.site()), now.backlog(), now.aged(), now.entered(),
                now.given(), now.delivered(), now.failed(), causes.getOrDefault(now.site(), List.of()));
    }

    private List<AbnormalityView> views(List<Abnormality> rows, boolean curves) {
        var from = clock.instant().minus(SMALL).truncatedTo(ChronoUnit.HOURS);
        var codes = rows.stream().map(Abnormality::site).distinct().toList();
        var history = curves ? readings.since(codes, from.minus(Judging.HISTORY)) : Map.<String, List<HourReading>>of();
        var answers = store.answers(rows.stream().map(Abnormality::id).toList());
        return rows.stream().map(one -> view(one,
                answers.getOrDefault(one.id(), List.of()).stream()
                        .map(said -> new SaidView(said.at(), said.byName(), said.step(), said.note())).toList(),
                Curve.of(one.cause().measure(), history.getOrDefault(one.site(), List.of()), from))).toList();
    }

    private AbnormalityView view(Abnormality one, List<SaidView> answers, Curve curve) {
        var usual = one.usual();
        var region = one.responsibleUnit();
        boolean overdue = one.state() == AnswerState.OPEN && !one.over() && !one.dueAt().isAfter(clock.instant());
        return new AbnormalityView(one.id(), network.ref(one.site()), place(one.site()), one.cause(), one.raisedAt(),
                one.firstHour(), one.lastHour(), one.value(), usual.median(), usual.low(), usual.high(),
                usual.samples(), one.clearedAt(), one.state(), one.responsible(),
                region == null ? null : network.ref(region), one.dueAt(),
                (int) one.cause().answerWithin().toMinutes(), overdue, one.acknowledgedAt(), one.version(), answers,
                curve);
    }

    /** The units above a site in words, without the headquarters. */
    private String place(String code) {
        return network.ancestors(code).stream().filter(unit -> unit.kind() != UnitKind.HEADQUARTERS)
                .map(Unit::name).collect(Collectors.joining(" "));
    }

    /** The headquarters also answer for places that the tree does not have. */
    private static String path(Unit unit) {
        return unit.kind() == UnitKind.HEADQUARTERS ? "/" : unit.path();
    }
}
