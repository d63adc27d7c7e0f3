package io.waypost.app.ticket;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Permission;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.app.ticket.TicketAnswers.Given;
import io.waypost.app.watch.Finding;
import io.waypost.app.watch.Findings;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.TicketEffect.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The test network with people on duty, a clock to step, and parcels that go silent. */
@TestComponent
final class TicketScene {

    static final String HUB_GUANGZHOU = "H4401";
    static final String HUB_BEIJING = "H1101";
    static final String OUTLET_TIANHE = Organisation.TIANHE;

    static final Actor.Person CLERK = person(1, "天河网点 小李", OUTLET_TIANHE,
            "/HQ/R05/P44/C4401/O440106-001/", Permission.TICKET_READ, Permission.TICKET_ANSWER, Permission.TICKET_NOTE);
    static final Actor.Person HUB_CLERK = person(2, "广州转运 老陈", HUB_GUANGZHOU, "/HQ/R05/P44/C4401/H4401/",
            Permission.TICKET_READ, Permission.TICKET_ANSWER, Permission.TICKET_NOTE);
    static final Actor.Person BEIJING_CLERK = person(3, "北京转运 小赵", HUB_BEIJING, "/HQ/R01/P11/C1101/H1101/",
            Permission.TICKET_READ, Permission.TICKET_ANSWER, Permission.TICKET_NOTE);
    static final Actor.Person REGION = person(4, "华南区 王经理", "R05", "/HQ/R05/", Permission.values());
    static final Actor.Person OTHER_REGION = person(5, "华北区 周经理", "R01", "/HQ/R01/", Permission.values());
    static final Actor.Person HEADQUARTERS = person(6, "总部 刘经理", "HQ", "/HQ/", Permission.values());
    static final Actor.Person AGENT = person(7, "客服 小张", "HQ", "/HQ/", Permission.TICKET_READ,
            Permission.TICKET_OPEN, Permission.TICKET_NOTE, Permission.TICKET_URGENT);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final BusinessClock clock;
    final Deadlines deadlines;
    private final ScanIntake intake;
    private final Findings findings;
    private final TicketStore store;
    private final TicketViews views;
    private final TicketAnswers answers;
    private final TransactionTemplate transaction;

    TicketScene(JdbcClient jdbc, PlatformTransactionManager transactions, Organisation organisation,
            BusinessClock clock,
            Deadlines deadlines, ScanIntake intake, Findings findings, TicketStore store, TicketViews views,
            TicketAnswers answers) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.intake = intake;
        this.findings = findings;
        this.store = store;
        this.views = views;
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        asPlatform(() -> transaction.execute(_ -> {
            for (var person : List.of(CLERK, HUB_CLERK, BEIJING_CLERK, REGION, OTHER_REGION, HEADQUARTERS)) {
                onDuty(jdbc, person);
            }
            return true;
        }));
    }

    static String waybill() {
        return "YT5%012d".formatted(NUMBER.incrementAndGet());
    }

    /** The business time, as exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Lets time pass, and everything that falls due in it happen. */
    void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }

    Instant scan(String waybill, ScanType type, String site, @Nullable String next) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var scan = Scan.of(waybill, type, now, site);
        intake.take(List.of(next == null ? scan : scan.to(next)), "test", now);
        return now;
    }

    /** A parcel that reached the hub of Guangzhou and was silent there until its ticket was opened, just now. */
    KeptTicket silentAtGuangzhou() {
        return silentAtGuangzhou(1).getFirst();
    }

    List<KeptTicket> silentAtGuangzhou(int parcels) {
        var waybills = IntStream.range(0, parcels).mapToObj(_ -> waybill()).toList();
        waybills.forEach(waybill -> scan(waybill, ScanType.ARRIVED, HUB_GUANGZHOU, null));
        pass(Duration.ofHours(51).plusMinutes(15).plusMillis(1));
        return waybills.stream().map(this::open).toList();
    }

    KeptTicket open(String waybill) {
        return asPlatform(() -> transaction.execute(_ -> store.ofParcel(waybill).stream()
                .filter(kept -> !kept.ticket().ended()).findFirst()
                .orElseThrow(() -> new AssertionError("No open ticket for " + waybill))));
    }

    KeptTicket kept(UUID id) {
        return asPlatform(() -> transaction.execute(_ -> store.find(id).orElseThrow()));
    }

    List<Finding> findings(String waybill) {
        return asPlatform(() -> findings.of(waybill));
    }

    Finding finding(String waybill) {
        return findings(waybill).getFirst();
    }

    List<Event> events(UUID id) {
        return asPlatform(() -> views.of(id)).history().stream().map(TicketView.HistoryView::what).toList();
    }

    TicketView answer(Actor by, KeptTicket kept, AnswerKind kind) {
        return answer(by, kept.id(), given(kind, kept.version()));
    }

    TicketView answer(Actor by, UUID id, Given given) {
        return Acting.as(by, () -> answers.give(id, given));
    }

    static Given given(AnswerKind kind, int version) {
        return new Given(kind, "已处理", null, null, null, version);
    }

    static <T extends @Nullable Object> T asPlatform(Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"), work::get);
    }

    private static void onDuty(JdbcClient jdbc, Actor.Person person) {
        jdbc.sql("""
                insert into identity.person (id, username, name, unit_code, unit_path, roles, password, must_change_password, created_at)
                values (:id, :username, :name, :unit, :path, '{}', '', false, now()) on conflict do nothing
                """)
                .param("id", person.id()).param("username", person.username()).param("name", person.name())
                .param("unit", person.unitCode()).param("path", person.unitPath()).update();
        jdbc.sql("""
                insert into identity.duty (unit_code, unit_path, kind, person_id)
                values (:unit, :path, 'ALL', :id) on conflict do nothing
                """)
                .param("id", person.id()).param("unit", person.unitCode()).param("path", person.unitPath()).update();
    }

    private static Actor.Person person(int number, String name, String unit, String path, Permission... permissions) {
        return new Actor.Person(new UUID(7, number), "ticket-%d".formatted(number), name, unit, path,
                Set.of(permissions));
    }
}
