package io.waypost.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.SteppedClock;
import io.waypost.app.notice.OutboxStore.Shown;
import io.waypost.app.notice.OutboxStore.State;
import io.waypost.app.notice.ScriptedGateway.Fault;
import io.waypost.app.testing.SharedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("O1 the outbox: nothing lost, nothing said twice, and doubt is called doubt")
class OutboxTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private final OutboxStore store;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ScriptedGateway gateway = new ScriptedGateway();
    private final SteppedClock wall = new SteppedClock(NINE);
    private final Outbox outbox;

    OutboxTest(OutboxStore store, TransactionTemplate transaction, JdbcClient jdbc, OutboxRunner runner) {
        this.store = store;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.outbox = node();
        // The platform's own runner would take the messages away.
        runner.stop();
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
        registry.add("waypost.testing.organisation", () -> false);
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from notice.outbox").update();
    }

    @Test
    void aMessageIsSentOnce() {
        add("a");
        assertThat(outbox.sendBatch()).isEqualTo(1);
        assertThat(outbox.sendBatch()).isZero();
        assertThat(gateway.left()).singleElement().satisfies(sms -> assertThat(sms.to()).isEqualTo("13812345678"));
        assertThat(only()).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(State.SENT);
            assertThat(shown.to()).isEqualTo("138****5678");
            assertThat(shown.sentAt()).isEqualTo(NINE);
            assertThat(shown.segments()).isEqualTo(1);
        });
    }

    @Test
    void theSameKeyIsTheSameMessage() {
        assertThat(add("a")).isTrue();
        assertThat(add("a")).isFalse();
        assertThat(add("b")).isTrue();
    }

    @Test
    void theNumberIsNotReadableInTheTable() {
        add("a");
        assertThat(jdbc.sql("select encode(recipient, 'escape') || recipient_shown from notice.outbox")
                .query(String.class).single()).doesNotContain("13812345678");
    }

    @Test
    void whoseAnswerGotLostIsUnknownAndNeverSentAgain() {
        gateway.script(Fault.LOST_ANSWER);
        add("a");
        outbox.sendBatch();
        wall.forward(Duration.ofDays(30));
        outbox.giveUpLeases();
        assertThat(outbox.sendBatch()).isZero();
        assertThat(only().state()).isEqualTo(State.UNKNOWN);
        assertThat(gateway.left()).hasSize(1);
    }

    @Test
    void aBusyLineIsTriedAgainNotBeforeItAsked() {
        gateway.script(Fault.BUSY, Fault.BUSY);
        add("a");
        outbox.sendBatch();
        assertThat(only()).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(State.PENDING);
            assertThat(shown.error()).isEqualTo("BUSY");
        });
        wall.forward(Duration.ofSeconds(39));
        assertThat(outbox.sendBatch()).isZero();
        assertThat(outbox.untilNext(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(1));
        wall.forward(Duration.ofSeconds(1));
        assertThat(outbox.sendBatch()).isEqualTo(1);
        wall.forward(Duration.ofSeconds(40));
        outbox.sendBatch();
        assertThat(only().state()).isEqualTo(State.SENT);
        assertThat(only().attempts()).isEqualTo(3);
        assertThat(gateway.left()).hasSize(1);
    }

    @Test
    void itIsGivenUpAfterTheLastWait() {
        add("a");
        for (int i = 0; i < 7; i++) {
            gateway.script(Fault.BUSY);
            wall.forward(Duration.ofHours(3));
            outbox.sendBatch();
        }
        assertThat(only()).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(State.REJECTED);
            assertThat(shown.error()).isEqualTo("GAVE_UP BUSY");
        });
    }

    @Test
    void eachMessageOfABatchHasItsOwnFate() {
        add("a");
        add("b");
        add("c");
        gateway.script(Fault.NONE, Fault.REFUSED, Fault.LOST_ANSWER);
        outbox.sendBatch();
        assertThat(all()).extracting(Shown::state).containsExactlyInAnyOrder(State.SENT, State.REJECTED, State.UNKNOWN);
    }

    @Test
    void aGatewayThatBreaksLeavesDoubtAndNoDoubles() {
        add("a");
        add("b");
        gateway.script(Fault.NONE, Fault.CRASH);
        outbox.sendBatch();
        wall.forward(Duration.ofDays(1));
        outbox.sendBatch();
        assertThat(all()).extracting(Shown::state).containsOnly(State.UNKNOWN);
        assertThat(gateway.left()).hasSize(2);
    }

    @Test
    void aNodeThatDiesBetweenClaimAndAnswerLeavesDoubt() {
        add("a");
        transaction.executeWithoutResult(_ -> store.claim(NINE, NINE.plusSeconds(60), 10));
        assertThat(only().state()).isEqualTo(State.SENDING);
        assertThat(outbox.sendBatch()).as("another node keeps its hands off").isZero();
        wall.forward(Duration.ofSeconds(61));
        assertThat(outbox.giveUpLeases()).isEqualTo(1);
        assertThat(only()).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(State.UNKNOWN);
            assertThat(shown.error()).isEqualTo("LEASE_EXPIRED");
        });
        assertThat(outbox.sendBatch()).isZero();
    }

    @Test
    void anAnswerAfterTheLeaseChangesNothing() {
        add("a");
        var claimed = transaction.execute(_ -> store.claim(NINE, NINE.plusSeconds(60), 10));
        wall.forward(Duration.ofSeconds(61));
        outbox.giveUpLeases();
        transaction.executeWithoutResult(_ -> claimed.forEach(
                message -> store.finish(message.sms().id(), State.SENT, "late", NINE, null)));
        assertThat(only().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void severalNodesShareTheWork() throws Exception {
        for (int i = 0; i < 60; i++) {
            add("m" + i);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> work = () -> {
                var node = node();
                int sent = 0;
                int batch;
                while ((batch = node.sendBatch()) > 0) {
                    sent += batch;
                }
                return sent;
            };
            var futures = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 4; i++) {
                futures.add(threads.submit(work));
            }
            int sum = 0;
            for (var future : futures) {
                sum += future.get();
            }
            assertThat(sum).isEqualTo(60);
        }
        assertThat(gateway.left()).hasSize(60).doesNotHaveDuplicates();
        assertThat(all()).hasSize(60).allMatch(shown -> shown.state() == State.SENT);
    }

    private Outbox node() {
        return new Outbox(store, gateway, new NoticeSettings(Locale.CHINA, 10, 60), transaction, wall,
                BusinessClock.real(wall));
    }

    private boolean add(String key) {
        return transaction.execute(_ -> store.add(Ids.next(NINE), key, "13812345678", "【驿路】请答复" + key, NINE,
                wall.instant()));
    }

    private List<Shown> all() {
        return transaction.execute(_ -> store.list(null, 100));
    }

    private Shown only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

}
