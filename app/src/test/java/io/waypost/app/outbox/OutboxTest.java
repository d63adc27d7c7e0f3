package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.SteppedClock;
import io.waypost.app.outbox.MessageStore.Shown;
import io.waypost.app.outbox.ScriptedGateway.Fault;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.MessageState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("O1 the outbox: nothing lost, nothing said twice, and doubt is called doubt")
class OutboxTest {

    /** Midday in China. */
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final MessageStore store;
    private final ClaimStore claims;
    private final OutboxFixture fixture;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ScriptedGateway gateway = new ScriptedGateway();
    private final ScriptedGateway push = new ScriptedGateway("push", Channel.PUSH);
    private final List<MessageOutcome> told = new ArrayList<>();
    private final SteppedClock wall = new SteppedClock(NOON);
    private final OutboxSettings settings = OutboxFixture.settings(10);
    private final Dispatcher outbox;
    private final Outbox writer;

    OutboxTest(MessageStore store, ClaimStore claims, OutboxFixture fixture, TransactionTemplate transaction,
            JdbcClient jdbc, OutboxRunner runner) {
        this.store = store;
        this.claims = claims;
        this.fixture = fixture;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.outbox = node();
        this.writer = new OutboxWriter(store, runner, settings, BusinessClock.real(wall), wall);
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
        jdbc.sql("delete from outbox.message").update();
        jdbc.sql("delete from outbox.waiting").update();
    }

    @Test
    void aMessageIsSentOnce() {
        add("a");
        assertThat(outbox.sendBatch(Channel.SMS)).isEqualTo(1);
        assertThat(outbox.sendBatch(Channel.SMS)).isZero();
        assertThat(gateway.left()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("13812345678");
            assertThat(letter.body().text()).isEqualTo("【驿路】请答复a");
        });
        assertThat(only()).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(MessageState.SENT);
            assertThat(shown.to()).isEqualTo("138****5678");
            assertThat(shown.sentAt()).isEqualTo(NOON);
            assertThat(shown.segments()).isEqualTo(1);
            assertThat(shown.provider()).isEqualTo("scripted");
        });
        assertThat(told).singleElement().satisfies(outcome -> {
            assertThat(outcome.key()).isEqualTo("test a");
            assertThat(outcome.state()).isEqualTo(MessageState.SENT);
            assertThat(outcome.subject()).isEqualTo(new OutgoingMessage.Subject("TICKET", "7"));
        });
    }

    @Test
    void theSameKeyIsTheSameMessage() {
        assertThat(add("a")).isTrue();
        assertThat(add("a")).isFalse();
        assertThat(add("b")).isTrue();
        assertThat(addAll(List.of(message("b"), message("c"), message("d")))).isEqualTo(2);
    }

    @Test
    void nothingIsAddedOutsideOfATransaction(@org.springframework.beans.factory.annotation.Autowired Outbox bean) {
        assertThatThrownBy(() -> bean.add(message("a"))).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(all()).isEmpty();
    }

    @Test
    void neitherTheNumberNorTheTextIsReadableInTheTable() {
        add("a");
        assertThat(jdbc.sql("""
                select encode(recipient, 'escape') || encode(body, 'escape') || encode(recipient_index, 'escape') || recipient_shown
                from outbox.message
                """).query(String.class).single()).doesNotContain("13812345678").doesNotContain("请答复");
    }

    @Test
    void whoseAnswerGotLostIsUnknownAndNeverSentAgain() {
        gateway.script(Fault.LOST_ANSWER);
        add("a");
        outbox.sendBatch(Channel.SMS);
        wall.forward(Duration.ofDays(30));
        outbox.giveUpLeases();
        assertThat(outbox.sendBatch(Channel.SMS)).isZero();
        assertThat(only().state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(gateway.left()).hasSize(1);
    }

    @Test
    void whereDoublesAreDroppedALostAnswerIsTriedAgain() {
        push.script(Fault.LOST_ANSWER);
        transaction.executeWithoutResult(_ -> writer.add(
                OutgoingMessage.push("test p", MessageClass.SERVICE, "device-token", "新进展", "工单已答复",
                        Map.of("t", "7"))));
        outbox.sendBatch(Channel.PUSH);
        assertThat(only().state()).isEqualTo(MessageState.PENDING);
        wall.forward(Duration.ofSeconds(5));
        outbox.sendBatch(Channel.PUSH);
        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(push.left()).hasSize(2).extracting(Gateway.Letter::id).containsOnly(only().id());
    }

    @Test
    void aBusyLineIsTriedAgainNotBeforeItAsked() {
        gateway.script(Fault.BUSY, Fault.BUSY);
        add("a");
        outbox.sendBatch(Channel.SMS);
        assertThat(only()).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(MessageState.PENDING);
            assertThat(shown.error()).isEqualTo("BUSY");
        });
        wall.forward(Duration.ofSeconds(39));
        assertThat(outbox.sendBatch(Channel.SMS)).isZero();
        assertThat(outbox.untilNext(Channel.SMS, Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(1));
        wall.forward(Duration.ofSeconds(1));
        assertThat(outbox.sendBatch(Channel.SMS)).isEqualTo(1);
        wall.forward(Duration.ofSeconds(40));
        outbox.sendBatch(Channel.SMS);
        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(only().attempts()).isEqualTo(3);
        assertThat(gateway.left()).hasSize(1);
    }

    @Test
    void itIsGivenUpAfterTheLastWait() {
        add("a");
        for (int i = 0; i < 7; i++) {
            gateway.script(Fault.BUSY);
            wall.forward(Duration.ofHours(3));
            outbox.sendBatch(Channel.SMS);
        }
        assertThat(only()).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(MessageState.FAILED);
            assertThat(shown.error()).isEqualTo("GAVE_UP BUSY");
        });
        assertThat(told).singleElement().extracting(MessageOutcome::state).isEqualTo(MessageState.FAILED);
    }

    @Test
    void eachMessageOfABatchHasItsOwnFate() {
        addAll(List.of(message("a"), message("b"), message("c")));
        gateway.script(Fault.NONE, Fault.REFUSED, Fault.LOST_ANSWER);
        outbox.sendBatch(Channel.SMS);
        assertThat(all()).extracting(Shown::state).containsExactlyInAnyOrder(MessageState.SENT, MessageState.REJECTED,
                MessageState.UNKNOWN);
    }

    @Test
    void aGatewayThatBreaksLeavesDoubtAndNoDoubles() {
        addAll(List.of(message("a"), message("b")));
        gateway.script(Fault.NONE, Fault.CRASH);
        outbox.sendBatch(Channel.SMS);
        wall.forward(Duration.ofDays(1));
        outbox.sendBatch(Channel.SMS);
        assertThat(all()).extracting(Shown::state).containsOnly(MessageState.UNKNOWN);
        assertThat(gateway.left()).hasSize(2);
    }

    @Test
    void aNodeThatDiesBetweenClaimAndAnswerLeavesDoubt() {
        add("a");
        claim(Channel.SMS);
        assertThat(only().state()).isEqualTo(MessageState.SENDING);
        assertThat(outbox.sendBatch(Channel.SMS)).as("another node keeps its hands off").isZero();
        wall.forward(Duration.ofSeconds(61));
        assertThat(outbox.giveUpLeases()).isEqualTo(1);
        assertThat(only()).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(MessageState.UNKNOWN);
            assertThat(shown.error()).isEqualTo("LEASE_EXPIRED");
        });
        assertThat(outbox.sendBatch(Channel.SMS)).isZero();
    }

    @Test
    void aNodeThatDiesWithPushesInItsHandsIsReplaced() {
        transaction.executeWithoutResult(_ -> writer.add(
                OutgoingMessage.push("test p", MessageClass.SERVICE, "device-token", "新进展", "工单已答复", Map.of())));
        var dead = claim(Channel.PUSH);
        wall.forward(Duration.ofSeconds(61));
        assertThat(outbox.giveUpLeases()).isEqualTo(1);
        assertThat(outbox.sendBatch(Channel.PUSH)).isEqualTo(1);
        assertThat(only().state()).isEqualTo(MessageState.SENT);
        answer(dead, MessageState.REJECTED);
        assertThat(only().state()).as("an answer to the older try").isEqualTo(MessageState.SENT);
    }

    @Test
    void aLateAnswerSettlesTheDoubtAndALateRefusalDoesNot() {
        add("a");
        var claimed = claim(Channel.SMS);
        wall.forward(Duration.ofSeconds(61));
        outbox.giveUpLeases();
        answer(claimed, MessageState.PENDING);
        answer(claimed, MessageState.REJECTED);
        assertThat(only().state()).isEqualTo(MessageState.UNKNOWN);
        answer(claimed, MessageState.SENT);
        assertThat(only().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void advertisingWaitsForTheMorningAndAnEmergencyDoesNot() {
        wall.forward(Duration.ofHours(10));
        addAll(List.of(OutgoingMessage.sms("test ad", MessageClass.COMMERCIAL, "13812345678", "【驿路】优惠"),
                OutgoingMessage.sms("test storm", MessageClass.SERVICE, "13812345679", "【驿路】停运")
                        .emergency("台风红色预警")));
        assertThat(outbox.sendBatch(Channel.SMS)).isEqualTo(1);
        assertThat(gateway.left()).singleElement().satisfies(
                letter -> assertThat(letter.kind()).isEqualTo(MessageClass.EMERGENCY));
        wall.forward(Duration.ofHours(10).minusSeconds(1));
        assertThat(outbox.sendBatch(Channel.SMS)).isZero();
        wall.forward(Duration.ofSeconds(1));
        assertThat(outbox.sendBatch(Channel.SMS)).isEqualTo(1);
    }

    @Test
    void advertisingThatWasLateIsPutBackAtNightWithoutCountingATry() {
        addAll(List.of(OutgoingMessage.sms("test ad", MessageClass.COMMERCIAL, "13812345678", "【驿路】优惠")));
        wall.forward(Duration.ofHours(10));
        assertThat(outbox.sendBatch(Channel.SMS)).isEqualTo(1);
        assertThat(gateway.left()).isEmpty();
        assertThat(only()).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo(MessageState.PENDING);
            assertThat(shown.attempts()).isZero();
            assertThat(shown.dueAt()).isEqualTo(NOON.plus(Duration.ofHours(20)));
        });
    }

    @Test
    void whatIsTooOldDoesNotLeave() {
        addAll(List.of(message("a").notBefore(NOON.plusSeconds(60)).expiringAt(NOON.plusSeconds(120))));
        assertThat(outbox.sendBatch(Channel.SMS)).isZero();
        wall.forward(Duration.ofSeconds(121));
        assertThat(outbox.sendBatch(Channel.SMS)).isEqualTo(1);
        assertThat(only().state()).isEqualTo(MessageState.EXPIRED);
        assertThat(gateway.left()).isEmpty();
    }

    @Test
    void severalNodesShareTheWork() throws Exception {
        addAll(IntStream.range(0, 60).mapToObj(i -> message("m" + i)).toList());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> work = () -> {
                var node = node();
                int sent = 0;
                int batch;
                while ((batch = node.sendBatch(Channel.SMS)) > 0) {
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
        assertThat(all()).hasSize(60).allMatch(shown -> shown.state() == MessageState.SENT);
    }

    private Dispatcher node() {
        ApplicationEventPublisher events = event -> {
            if (event instanceof MessageOutcome outcome) {
                told.add(outcome);
            }
        };
        return fixture.node(settings, List.of(gateway, push), wall, events).dispatcher();
    }

    private static OutgoingMessage message(String key) {
        return OutgoingMessage.sms("test " + key, MessageClass.SERVICE, "13812345678", "【驿路】请答复" + key)
                .about("TICKET", 7);
    }

    private boolean add(String key) {
        return addAll(List.of(message(key))) == 1;
    }

    private int addAll(List<OutgoingMessage> messages) {
        return transaction.execute(_ -> writer.addAll(messages));
    }

    private List<ClaimStore.Claimed> claim(Channel channel) {
        return transaction.execute(_ -> claims.claim(channel, Map.of("SERVICE", 10), wall.instant(),
                wall.instant().plusSeconds(60)));
    }

    private void answer(List<ClaimStore.Claimed> claimed, MessageState state) {
        transaction.executeWithoutResult(_ -> claims.keep(claimed.stream().map(each -> new ClaimStore.Fate(each, state,
                true, null, "late", 0, "id", null)).toList(), wall.instant()));
    }

    private List<Shown> all() {
        return transaction.execute(_ -> store.list(MessageStore.Filter.ALL, null, 100));
    }

    private Shown only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }
}
