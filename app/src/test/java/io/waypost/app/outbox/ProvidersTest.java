package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.SteppedClock;
import io.waypost.app.outbox.MessageStore.Shown;
import io.waypost.app.outbox.ScriptedGateway.Fault;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.MessageState;
import io.waypost.core.outbox.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("O1 the next provider takes over, reports settle, and who wants none gets none")
class ProvidersTest {

    /** Midday in China. */
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final String PHONE = "13812345678";

    private final MessageStore store;
    private final SuppressionStore suppressions;
    private final OutboxFixture fixture;
    private final OutboxRunner runner;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ScriptedGateway first = new ScriptedGateway("first", Channel.SMS);
    private final ScriptedGateway second = new ScriptedGateway("second", Channel.SMS);
    private final List<Object> told = new ArrayList<>();
    private final SteppedClock wall = new SteppedClock(NOON);
    private final OutboxFixture.Node node;

    ProvidersTest(MessageStore store, SuppressionStore suppressions, OutboxFixture fixture, OutboxRunner runner,
            TransactionTemplate transaction, JdbcClient jdbc) {
        this.store = store;
        this.suppressions = suppressions;
        this.fixture = fixture;
        this.runner = runner;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.node = node(OutboxFixture.settings(50));
        runner.stop();
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
        registry.add("waypost.testing.organisation", () -> false);
    }

    @BeforeEach
    void empty() {
        for (var table : List.of("message", "report", "suppression", "inbound")) {
            jdbc.sql("delete from outbox." + table).update();
        }
    }

    @Test
    void whoRefusesTwiceIsPassedOver() {
        first.script(Fault.BUSY, Fault.BUSY, Fault.BUSY);
        add(message("a", MessageClass.SERVICE, PHONE));
        sendFor(Duration.ofMinutes(5));
        assertThat(only().provider()).isEqualTo("second");
        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(only().attempts()).isEqualTo(3);
        assertThat(first.left()).isEmpty();
        assertThat(second.left()).hasSize(1);
        assertThat(read(() -> store.attempts(only().id()))).extracting(MessageStore.Attempt::provider)
                .containsExactly("second", "first", "first");
    }

    @Test
    void doubtIsNeverGivenToAnother() {
        first.script(Fault.LOST_ANSWER);
        add(message("a", MessageClass.SERVICE, PHONE));
        sendFor(Duration.ofDays(2));
        assertThat(only().state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(second.left()).isEmpty();
    }

    @Test
    void aProviderThatFailsAgainAndAgainIsLeftAloneAndFoundAgain() {
        first.script(IntStream.range(0, 5).mapToObj(_ -> Fault.BUSY).toArray(Fault[]::new));
        for (int i = 0; i < 5; i++) {
            add(message("m" + i, MessageClass.SERVICE, "1381234567" + i));
            node.dispatcher().sendBatch(Channel.SMS);
        }
        assertThat(node.providers().health(wall.instant())).anySatisfy(health -> {
            assertThat(health.name()).isEqualTo("first");
            assertThat(health.working()).isFalse();
        });
        add(message("direct", MessageClass.SERVICE, "13900000000"));
        node.dispatcher().sendBatch(Channel.SMS);
        assertThat(second.left()).as("the second at once").hasSize(1);
        wall.forward(Duration.ofSeconds(11));
        add(message("trial", MessageClass.SERVICE, "13900000001"), message("other", MessageClass.SERVICE,
                "13900000002"));
        node.dispatcher().sendBatch(Channel.SMS);
        assertThat(first.left()).as("one try decides").hasSize(1);
        assertThat(second.left()).hasSize(2);
        assertThat(node.providers().health(wall.instant())).allMatch(Providers.Health::working);
    }

    @Test
    void aReportSettlesWhetherItComesLateTwiceOrBeforeTheAnswer() {
        first.script(Fault.LOST_ANSWER, Fault.LOST_ANSWER);
        add(message("a", MessageClass.SERVICE, PHONE), message("b", MessageClass.SERVICE, "13812345679"));
        var early = by("13812345679").id();
        node.inbound().report("first", "biz-9", early, false, "UNDELIV");
        assertThat(by("13812345679").state()).isEqualTo(MessageState.PENDING);
        node.dispatcher().sendBatch(Channel.SMS);
        assertThat(by("13812345679").state()).as("the report was there before the answer").isEqualTo(
                MessageState.FAILED);
        var id = by(PHONE).id();
        node.inbound().report("first", "biz-8", id, true, null);
        node.inbound().report("first", "biz-8", id, true, null);
        node.inbound().report("first", "biz-8", id, false, "LATE");
        assertThat(by(PHONE).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(outcomes()).extracting(MessageOutcome::state).containsExactlyInAnyOrder(MessageState.UNKNOWN,
                MessageState.UNKNOWN, MessageState.DELIVERED, MessageState.FAILED);
    }

    @Test
    void whoeverLostTheAnswerIsAskedNowAndThenUntilTheyKnow() {
        first.script(Fault.LOST_ANSWER);
        add(message("a", MessageClass.SERVICE, PHONE));
        node.dispatcher().sendBatch(Channel.SMS);
        assertThat(node.doubts().ask()).isOne();
        assertThat(node.doubts().ask()).as("not again at once").isZero();
        assertThat(only().state()).isEqualTo(MessageState.UNKNOWN);
        wall.forward(Duration.ofMinutes(10));
        first.knows(new Gateway.Accepted("first-7"));
        assertThat(node.doubts().ask()).isOne();
        assertThat(only().state()).isEqualTo(MessageState.SENT);
        node.inbound().report("first", "first-7", null, true, null);
        assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
        assertThat(first.left()).as("asking sends nothing").hasSize(1);
    }

    @Test
    void whoSaysThatItFailedIsBelievedAndAfterADayNobodyIsAsked() {
        first.script(Fault.LOST_ANSWER, Fault.LOST_ANSWER);
        add(message("a", MessageClass.SERVICE, PHONE));
        node.dispatcher().sendBatch(Channel.SMS);
        first.knows(new Gateway.Rejected("MK:0001"));
        node.doubts().ask();
        assertThat(only().state()).isEqualTo(MessageState.FAILED);
        assertThat(only().error()).isEqualTo("MK:0001");
        add(message("b", MessageClass.SERVICE, PHONE));
        node.dispatcher().sendBatch(Channel.SMS);
        wall.forward(Duration.ofDays(1));
        assertThat(node.doubts().ask()).isZero();
        assertThat(first.asked()).isOne();
    }

    @Test
    void aReportOfAnotherProviderSettlesNothing() {
        add(message("a", MessageClass.SERVICE, PHONE));
        node.dispatcher().sendBatch(Channel.SMS);
        node.inbound().report("second", "x", only().id(), false, "FORGED");
        node.inbound().sweep();
        assertThat(only().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aReportWhoseNodeDiedBetweenTheStepsIsFoundBySweeping() {
        add(message("a", MessageClass.SERVICE, PHONE));
        node.dispatcher().sendBatch(Channel.SMS);
        jdbc.sql("""
                insert into outbox.report (id, provider, provider_id, delivered, at) values (:id, 'first', :provider, true, :at)
                """).param("id", UUID.randomUUID()).param("provider", "first-" + only().id())
                .param("at", NOON.atOffset(java.time.ZoneOffset.UTC)).update();
        wall.forward(Duration.ofMinutes(1));
        node.inbound().sweep();
        assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void whoSaysNoGetsNoAdvertisingButStillHearsOfTheirParcel() {
        node.inbound().reply("first", "mo-1", "+86 138 1234 5678", "10690001", "ｔｄ");
        node.inbound().reply("first", "mo-1", "+86 138 1234 5678", "10690001", "ｔｄ");
        assertThat(told).filteredOn(SmsReceived.class::isInstance).hasSize(1);
        add(message("ad", MessageClass.COMMERCIAL, PHONE), message("ask", MessageClass.SURVEY, PHONE),
                message("parcel", MessageClass.SERVICE, PHONE));
        node.dispatcher().sendBatch(Channel.SMS);
        assertThat(first.left()).singleElement().satisfies(
                letter -> assertThat(letter.kind()).isEqualTo(MessageClass.SERVICE));
        assertThat(all()).extracting(Shown::state).containsExactlyInAnyOrder(MessageState.SUPPRESSED,
                MessageState.SUPPRESSED, MessageState.SENT);
        node.inbound().reply("first", "mo-2", PHONE, "10690001", "DY");
        assertThat(read(() -> suppressions.find(Channel.SMS, PHONE))).isEmpty();
    }

    @Test
    void aBlockedNumberGetsNothingAndNoWordOfItsOwnLiftsThat() {
        transaction.executeWithoutResult(_ -> suppressions.add(Channel.SMS, PHONE, Suppression.BLOCKED, "abuse",
                "test", NOON));
        node.inbound().reply("first", "mo-3", PHONE, "10690001", "T");
        node.inbound().reply("first", "mo-4", PHONE, "10690001", "DY");
        assertThat(read(() -> suppressions.find(Channel.SMS, PHONE))).hasValueSatisfying(
                entry -> assertThat(entry.reason()).isEqualTo(Suppression.BLOCKED));
        add(message("parcel", MessageClass.SERVICE, PHONE));
        node.dispatcher().sendBatch(Channel.SMS);
        assertThat(only().state()).isEqualTo(MessageState.SUPPRESSED);
        assertThat(jdbc.sql("select encode(recipient, 'escape') || recipient_shown from outbox.suppression")
                .query(String.class).single()).doesNotContain(PHONE);
    }

    @Test
    void oneAdvertisementADayAndTheRestInTheMorning() {
        add(message("ad1", MessageClass.COMMERCIAL, PHONE), message("ad2", MessageClass.COMMERCIAL, PHONE),
                message("ad3", MessageClass.COMMERCIAL, "13812345679"));
        node.dispatcher().sendBatch(Channel.SMS);
        assertThat(first.left()).hasSize(2);
        wall.forward(Duration.ofHours(1));
        add(message("ad4", MessageClass.COMMERCIAL, PHONE));
        node.dispatcher().sendBatch(Channel.SMS);
        assertThat(first.left()).hasSize(2);
        assertThat(all()).filteredOn(shown -> shown.state() == MessageState.PENDING).hasSize(2)
                .allSatisfy(shown -> {
                    assertThat(shown.dueAt()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
                    assertThat(shown.attempts()).isZero();
                });
    }

    @Test
    void aTemplateThatIsLimitedLeavesAtItsRate() {
        var slow = node(OutboxFixture.settings(50, null, Map.of("NEWS", 2.0)));
        add(IntStream.range(0, 5).mapToObj(i -> message("n" + i, MessageClass.SERVICE, "1390000000" + i)
                .template("NEWS")).toArray(OutgoingMessage[]::new));
        slow.dispatcher().sendBatch(Channel.SMS);
        assertThat(first.left()).hasSize(2);
        wall.forward(Duration.ofSeconds(1));
        slow.dispatcher().sendBatch(Channel.SMS);
        assertThat(first.left()).hasSize(4);
    }

    @Test
    void aPersonSendsDoubtAgainOrGivesItUp() {
        first.script(Fault.LOST_ANSWER, Fault.LOST_ANSWER);
        add(message("a", MessageClass.SERVICE, PHONE), message("b", MessageClass.SERVICE, "13812345679"));
        node.dispatcher().sendBatch(Channel.SMS);
        var again = by(PHONE).id();
        var given = by("13812345679").id();
        transaction.executeWithoutResult(_ -> {
            assertThat(store.giveUp(List.of(given), NOON)).hasSize(1);
            assertThat(store.resend(List.of(again), wall.instant())).hasSize(1);
            assertThat(store.giveUp(List.of(again), NOON)).isEmpty();
        });
        node.dispatcher().sendBatch(Channel.SMS);
        assertThat(by(PHONE).state()).isEqualTo(MessageState.SENT);
        assertThat(by("13812345679").error()).isEqualTo("GIVEN_UP");
        assertThat(first.left()).hasSize(3);
        assertThat(read(() -> store.resend(List.of(again), wall.instant()))).as("it has left").isEmpty();
    }

    private OutboxFixture.Node node(OutboxSettings settings) {
        return fixture.node(settings, List.of(first, second), wall, told::add);
    }

    private void sendFor(Duration time) {
        for (var until = wall.instant().plus(time); wall.instant().isBefore(until);) {
            node.dispatcher().sendBatch(Channel.SMS);
            wall.forward(node.dispatcher().untilNext(Channel.SMS, time).plusMillis(1));
        }
    }

    private static OutgoingMessage message(String key, MessageClass kind, String to) {
        return OutgoingMessage.sms("test " + key, kind, to, "【驿路】" + key).about("TEST", key);
    }

    private void add(OutgoingMessage... messages) {
        var writer = new OutboxWriter(store, runner, OutboxFixture.settings(50), BusinessClock.real(wall), wall);
        transaction.executeWithoutResult(_ -> writer.addAll(List.of(messages)));
    }

    private List<MessageOutcome> outcomes() {
        return told.stream().filter(MessageOutcome.class::isInstance).map(MessageOutcome.class::cast).toList();
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        return transaction.execute(_ -> work.get());
    }

    private List<Shown> all() {
        return read(() -> store.list(MessageStore.Filter.ALL, null, 100));
    }

    private Shown by(String phone) {
        var masked = phone.substring(0, 3) + "****" + phone.substring(7);
        return all().stream().filter(shown -> shown.to().equals(masked)).findFirst().orElseThrow();
    }

    private Shown only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }
}
