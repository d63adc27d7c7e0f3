package io.waypost.app.ticket;

import static io.waypost.app.ticket.TicketScene.AGENT;
import static io.waypost.app.ticket.TicketScene.HUB_BEIJING;
import static io.waypost.app.ticket.TicketScene.HUB_CLERK;
import static io.waypost.app.ticket.TicketScene.HUB_GUANGZHOU;
import static io.waypost.app.ticket.TicketScene.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitsMoved;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.core.scan.ScanType;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.mode=DEMO")
@Import({TicketScene.class, TicketTogetherTest.Saboteur.class})
@DisplayName("P8 T3 tickets under people who work at once, crashes and a changing organisation")
class TicketTogetherTest {

    private final TicketScene scene;
    private final TicketCounter counter;
    private final TicketDeadlines work;
    private final TicketMovesWork moves;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Saboteur saboteur;
    private final Network network;

    TicketTogetherTest(TicketScene scene, TicketCounter counter, TicketDeadlines work, TicketMovesWork moves,
            TransactionTemplate transaction, JdbcClient jdbc, ApplicationEventPublisher events, Saboteur saboteur,
            Network network) {
        this.scene = scene;
        this.counter = counter;
        this.work = work;
        this.moves = moves;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.events = events;
        this.saboteur = saboteur;
        this.network = network;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    /** Fails the transaction of a step at its very end, as a crash would. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Saboteur {

        private volatile String number = "";
        private volatile String waybill = "";

        @EventListener
        void on(TicketNewsTold told) {
            if (told.all().stream().anyMatch(
                    news -> news.number().equals(number) || Objects.requireNonNull(news.waybill()).equals(waybill))) {
                throw new IllegalStateException("sabotaged");
            }
        }
    }

    @AfterEach
    void repair() {
        saboteur.number = "";
        saboteur.waybill = "";
    }

    @Test
    void ofTwoAnswersAtOnceOneCountsAndTheOtherIsToldSo() throws Exception {
        var kept = scene.silentAtGuangzhou();
        var results = atOnce(
                () -> scene.answer(HUB_CLERK, kept, AnswerKind.FOUND_FORWARDED),
                () -> scene.answer(REGION, kept, AnswerKind.NOT_FOUND));
        assertThat(results).as(results.toString()).filteredOn(TicketView.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Refusal.class::isInstance).singleElement().isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("STALE_VERSION"));
        assertThat(scene.events(kept.id())).containsOnlyOnce(Event.ANSWERED);
    }

    @Test
    void ofManyCustomersAtOnceOneOpensAndTheOthersJoin() throws Exception {
        var waybill = TicketScene.waybill();
        scene.scan(waybill, ScanType.ARRIVED, HUB_GUANGZHOU, null);
        Callable<Object> open = () -> Acting.as(AGENT,
                () -> counter.open(Matter.of(waybill, TicketKind.URGE, null, null))).joined();
        assertThat(atOnce(open, open, open, open)).containsExactlyInAnyOrder(false, true, true, true);
        assertThat(scene.open(waybill).facts().urges()).isEqualTo(3);
    }

    @Test
    void scansAndAnswersAtOnceNeverBlockEachOther() throws Exception {
        for (int i = 0; i < 10; i++) {
            var kept = scene.silentAtGuangzhou();
            var results = atOnce(
                    () -> scene.answer(HUB_CLERK, kept, AnswerKind.NOT_FOUND),
                    () -> scene.scan(kept.parcel(), ScanType.DEPARTED, HUB_GUANGZHOU, HUB_BEIJING));
            assertThat(results).noneMatch(DataAccessException.class::isInstance);
            assertThat(scene.events(kept.id())).endsWith(Event.CAUSE_GONE, Event.CLOSED);
        }
    }

    @Test
    void aDeadlineFiresOnceHoweverManyNodesLook() throws Exception {
        var kept = scene.silentAtGuangzhou();
        var due = kept.openedAt().plus(Duration.ofMinutes(90));
        Callable<Object> run = () -> TicketScene.asPlatform(() -> work.runDue(due));
        atOnce(run, run, run, run);
        assertThat(scene.events(kept.id())).containsExactly(Event.OPENED, Event.NOTIFIED, Event.NOTIFIED);
    }

    @Test
    void aStepThatFailsAtItsEndLeavesNothingBehindAndIsTakenAgain() {
        var both = scene.silentAtGuangzhou(2);
        var kept = both.getFirst();
        var healthy = both.getLast();
        saboteur.number = kept.number();
        assertThatThrownBy(() -> Acting.as(AGENT, () -> counter.urge(kept.id(), null))).hasMessage("sabotaged");
        assertThat(scene.events(kept.id())).hasSize(2);
        assertThat(scene.kept(kept.id()).facts().urges()).isZero();
        scene.pass(Duration.ofMinutes(91));
        assertThat(scene.events(healthy.id())).as("the others are not held up").hasSize(3);
        assertThat(scene.events(kept.id())).hasSize(2);
        saboteur.number = "";
        scene.pass(Duration.ofMinutes(6));
        assertThat(scene.events(kept.id())).hasSize(3);
    }

    @Test
    void aFindingAndItsTicketComeTogetherOrNotAtAll() {
        var waybill = TicketScene.waybill();
        scene.scan(waybill, ScanType.ARRIVED, HUB_GUANGZHOU, null);
        scene.clock.advanceTo(scene.clock.instant().plus(Duration.ofHours(52)));
        saboteur.waybill = waybill;
        assertThatThrownBy(() -> scene.deadlines.drain(scene.clock.instant())).hasMessage("sabotaged");
        assertThat(scene.findings(waybill)).isEmpty();
        saboteur.waybill = "";
        scene.pass(Duration.ofSeconds(1));
        assertThat(scene.finding(waybill).ticketId()).isEqualTo(scene.open(waybill).id());
    }

    @Test
    void theHistoryCannotBeChanged() {
        var kept = scene.silentAtGuangzhou();
        for (var statement : List.of("update ticket.history set text = 'x'", "delete from ticket.history")) {
            assertThatThrownBy(
                    () -> TicketScene.asPlatform(() -> transaction.execute(_ -> jdbc.sql(statement).update())))
                    .isInstanceOf(DataAccessException.class).hasMessageContaining("never changed");
        }
        assertThat(scene.events(kept.id())).hasSize(2);
    }

    @Test
    void aTicketFollowsItsPlaceToAnotherRegion() {
        var kept = scene.silentAtGuangzhou();
        scene.pass(Duration.ofMinutes(121));
        assertThat(scene.kept(kept.id()).level()).isEqualTo(TicketLevel.REGION);
        moveProvince("/HQ/R05/P44/", "/HQ/R01/P44/", "R01");
        try {
            // The platform's own thread may have claimed it already, and not be done.
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                TicketScene.asPlatform(() -> moves.runDue(scene.clock.instant()));
                return scene.kept(kept.id()).holder().unitCode().equals("R01");
            });
            var moved = scene.kept(kept.id());
            assertThat(moved.placePath()).startsWith("/HQ/R01/P44/");
            assertThat(scene.events(kept.id())).contains(Event.REDISPATCHED);
            Integer seen = Acting.as(TicketScene.REGION, () -> transaction.execute(_ -> jdbc
                    .sql("select count(*) from ticket.ticket where id = :id").param("id", kept.id())
                    .query(Integer.class).single()));
            assertThat(seen).as("the desk that answers for it still sees it").isEqualTo(1);
        } finally {
            moveProvince("/HQ/R01/P44/", "/HQ/R05/P44/", "R05");
        }
    }

    private void moveProvince(String from, String to, String region) {
        TicketScene.asPlatform(() -> transaction.execute(_ -> {
            jdbc.sql(
                    "update network.unit set path = :to || substr(path, length(:from) + 1) where starts_with(path, :from)")
                    .params(Map.of("from", from, "to", to)).update();
            jdbc.sql("update network.unit set parent_code = :region where code = 'P44'").param("region", region)
                    .update();
            jdbc.sql("update network.revision set number = number + 1").update();
            events.publishEvent(new UnitsMoved(from, to));
            return true;
        }));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> network.unit("P44").orElseThrow().path().equals(to));
    }

    /** Runs all at the same time and gives back what each returned or threw. */
    private static List<Object> atOnce(Callable<?>... works) throws InterruptedException {
        var ready = new CountDownLatch(works.length);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<Object>>();
            for (var one : works) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    if (!ready.await(5, TimeUnit.SECONDS)) {
                        throw new AssertionError("Not everybody came.");
                    }
                    return one.call();
                }));
            }
            var results = new ArrayList<Object>();
            for (var future : futures) {
                try {
                    results.add(future.get());
                } catch (ExecutionException failed) {
                    results.add(failed.getCause() == null ? failed : failed.getCause());
                }
            }
            return results;
        }
    }
}
