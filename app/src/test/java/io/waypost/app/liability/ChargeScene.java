package io.waypost.app.liability;

import io.waypost.app.access.Fixture;
import io.waypost.app.claim.ClaimPaid;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.liability.ChargeDesk.Said;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.Until;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.claim.ClaimKind;
import io.waypost.core.liability.LiabilityEvidence;
import io.waypost.core.liability.LiabilityState.Name;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims that were paid for parcels that were lost somewhere, and the people of the units that are charged. */
@Fixture
class ChargeScene {

    static final String HUB = "H4401";
    static final String FAR_HUB = "H1101";

    private static final Actor PLATFORM = new Actor.Internal("test");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Actor.Person clerk;
    final Actor.Person haizhu;
    final Actor.Person hub;
    final Actor.Person farHub;
    final Actor.Person south;
    final Actor.Person southSecond;
    final Actor.Person north;
    final Actor.Person high;
    final Actor.Person highSecond;
    final ChargeDesk desk;
    final ChargeViews views;
    final Clock clock;
    private final ChargeDeadlines work;
    private final ScanIntake scans;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ChargeScene(Organisation organisation, ChargeDesk desk, ChargeViews views, ChargeDeadlines work, ScanIntake scans,
            ApplicationEventPublisher events, TransactionTemplate transaction, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.views = views;
        this.work = work;
        this.scans = scans;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
        this.clerk = person("天河 小李", organisation, Organisation.TIANHE);
        this.haizhu = person("海珠 小陈", organisation, Organisation.HAIZHU);
        this.hub = person("广州中心 老吴", organisation, HUB);
        this.farHub = person("北京中心 老孙", organisation, FAR_HUB);
        this.south = person("华南 林经理", organisation, Organisation.SOUTH);
        this.southSecond = person("华南 郑主管", organisation, Organisation.SOUTH);
        this.north = person("华北 周经理", organisation, Organisation.NORTH);
        this.high = person("总部 理赔一组", organisation, Organisation.HEADQUARTERS);
        this.highSecond = person("总部 理赔二组", organisation, Organisation.HEADQUARTERS);
    }

    static Actor.Person person(String name, Organisation organisation, String unit) {
        return new Actor.Person(UUID.randomUUID(), "charge-" + NUMBER.incrementAndGet(), name, unit,
                organisation.path(unit), Set.of(Permission.values()));
    }

    static String number() {
        return "C2026T%06d".formatted(NUMBER.incrementAndGet());
    }

    /** From Haizhu by the hub to Tianhe, where a courier took it out: Tianhe lost it. */
    String lostByTheCourier() {
        var way = new Way(clock.instant().minus(Duration.ofDays(5)));
        toTheHub(way);
        way.left(30, HUB, Organisation.TIANHE, "JB2").bag(33, Organisation.TIANHE, "JB2")
                .add(34, ScanType.ARRIVED, Organisation.TIANHE)
                .add(36, ScanType.OUT_FOR_DELIVERY, Organisation.TIANHE);
        return take(way);
    }

    /** It left the hub for Tianhe, and nothing shows that it was handed over: the hub lost it. */
    String lostBehindTheHub() {
        var way = new Way(clock.instant().minus(Duration.ofDays(5)));
        toTheHub(way);
        way.left(30, HUB, Organisation.TIANHE, "JB2");
        return take(way);
    }

    /** It left the hub for one of another region. */
    String lostOnTheWayNorth() {
        var way = new Way(clock.instant().minus(Duration.ofDays(5)));
        toTheHub(way);
        way.left(30, HUB, FAR_HUB, "JB3");
        return take(way);
    }

    private static void toTheHub(Way way) {
        way.add(0, ScanType.PICKED_UP, Organisation.HAIZHU).left(8, Organisation.HAIZHU, HUB, "JB1")
                .bag(10, HUB, "JB1").add(11, ScanType.ARRIVED, HUB);
    }

    private String take(Way way) {
        scans.take(way.all(), "test", clock.instant());
        return way.waybill;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Holidays.ZONE);
    }

    ClaimPaid claim(String waybill, ClaimKind kind, long fen) {
        return new ClaimPaid(UUID.randomUUID(), number(), waybill, kind, fen, clock.instant());
    }

    /** Tells that it was paid, as the claims do: in a transaction of theirs. */
    void tell(ClaimPaid paid) {
        Acting.as(PLATFORM, () -> transaction.executeWithoutResult(_ -> events.publishEvent(paid)));
    }

    /** A charge for a claim that was paid, judged. */
    UUID paid(String waybill, ClaimKind kind, long fen) {
        var paid = claim(waybill, kind, fen);
        tell(paid);
        return judged(paid.claim());
    }

    UUID judged(UUID claim) {
        var id = Acting.as(PLATFORM, () -> transaction.execute(_ -> jdbc
                .sql("select id from liability.charge where claim = :claim").param("claim", claim).query(UUID.class)
                .single()));
        // The platform's own threads may be at it already.
        Until.until(() -> {
            Acting.as(PLATFORM, () -> work.runDue(clock.instant()));
            return state(id) != Name.UNJUDGED;
        });
        return id;
    }

    ChargeView view(UUID id) {
        return see(PLATFORM, id);
    }

    ChargeView see(Actor by, UUID id) {
        return Acting.as(by, () -> views.view(id));
    }

    int version(UUID id) {
        return view(id).charge().version();
    }

    Name state(UUID id) {
        return view(id).charge().state();
    }

    void evidence(Actor by, UUID id, LiabilityEvidence.Kind kind) {
        Acting.as(by, () -> desk.giveEvidence(id, version(id), kind, said(null)));
    }

    void rebut(Actor by, UUID id, @Nullable String unit) {
        Acting.as(by, () -> desk.rebut(id, version(id), said(unit)));
    }

    void appeal(Actor by, UUID id) {
        Acting.as(by, () -> desk.appeal(id, version(id), said(null)));
    }

    static Said said(@Nullable String unit) {
        return new Said(unit, "见交接清单与监控。", List.of());
    }

    /** Scans of a parcel that are yet to be sent. */
    private static final class Way {

        private final String waybill = "YT95%011d".formatted(NUMBER.incrementAndGet());
        private final Instant start;
        private final List<Scan> scans = new ArrayList<>();

        Way(Instant start) {
            this.start = start;
        }

        Way add(int hour, ScanType type, String site) {
            return add(hour, type, site, null, null);
        }

        Way left(int hour, String site, String next, String bag) {
            return add(hour, ScanType.DEPARTED, site, next, bag);
        }

        Way bag(int hour, String site, String bag) {
            return add(hour, ScanType.UNLOADED, site, null, bag);
        }

        private Way add(int hour, ScanType type, String site, @Nullable String next, @Nullable String bag) {
            scans.add(new Scan(waybill, type, start.plus(Duration.ofHours(hour)), site, null, next, null, null, bag,
                    null, null, null));
            return this;
        }

        List<Scan> all() {
            return List.copyOf(scans);
        }
    }
}
