package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.SteppedClock;
import io.waypost.app.outbox.CmppServer.Fault;
import io.waypost.app.outbox.MessageStore.Shown;
import io.waypost.app.outbox.ScriptedHttp.Answer;
import io.waypost.app.outbox.cmpp.CmppFrame.Reply;
import io.waypost.app.outbox.cmpp.CmppFrame.Report;
import io.waypost.app.outbox.cmpp.CmppVersion;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.MessageState;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("O1 T6 messages on the wire: a carrier with faults, partners that are dead, and what was there before")
class OutboxEndToEndTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final String PHONE = "13812345678";

    private final MessageStore store;
    private final OutboxFixture fixture;
    private final OutboxRunner runner;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final SteppedClock wall = new SteppedClock(NOON);
    private final List<Object> told = new CopyOnWriteArrayList<>();

    OutboxEndToEndTest(MessageStore store, OutboxFixture fixture, OutboxRunner runner, TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.store = store;
        this.fixture = fixture;
        this.runner = runner;
        this.transaction = transaction;
        this.jdbc = jdbc;
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
    void aCarriersReportsAndRepliesFindTheirMessagesWhateverTheOrder() throws Exception {
        var inbound = new AtomicReference<@Nullable Inbound>();
        try (var carrier = new CmppServer(CmppVersion.V3, "s");
                var gateway = new CmppGateway("carrier", new OutboxSettings.Cmpp("127.0.0.1", carrier.port(),
                        CmppVersion.V3, "901234", "s", "10690001", "", 8, 0, Duration.ofSeconds(2),
                        Duration.ofSeconds(30)), Clock.systemUTC(),
                        () -> java.util.Objects.requireNonNull(inbound
                                .get()))) {
            var node = fixture.node(OutboxFixture.settings(50), List.of(gateway), wall, told::add);
            inbound.set(node.inbound());
            carrier.script(Fault.REPORT_FIRST);
            add(sms("a", PHONE));
            node.dispatcher().sendBatch(Channel.SMS);
            await().untilAsserted(() -> assertThat(by("a").state()).isEqualTo(MessageState.DELIVERED));

            add(sms("b", PHONE));
            node.dispatcher().sendBatch(Channel.SMS);
            long id = Long.parseUnsignedLong(jdbc.sql(
                    "select provider_id from outbox.message where idempotency_key = 'test b'").query(String.class)
                    .single());
            for (int i = 0; i < 3; i++) {
                carrier.deliver(new Report(99, id, "UNDELIV", "10690001", PHONE));
                carrier.deliver(new Reply(100, "1069000177", PHONE, "TD"));
            }
            await().untilAsserted(() -> assertThat(carrier.confirmed()).hasSize(7).containsOnly(0));
            assertThat(by("b").state()).isEqualTo(MessageState.FAILED);
            assertThat(by("b").error()).isEqualTo("UNDELIV");
            assertThat(told).filteredOn(SmsReceived.class::isInstance).singleElement().satisfies(
                    reply -> assertThat(((SmsReceived) reply).to()).isEqualTo("1069000177"));
            assertThat(jdbc.sql("select count(*) from outbox.suppression").query(Integer.class).single()).isOne();
        }
    }

    @Test
    void aDeadPartnerDelaysNobodyAndIsLeftAlone() {
        try (var dead = new ScriptedHttp(_ -> Answer.of(-1, ""));
                var well = new ScriptedHttp(_ -> Answer.of(200, ""))) {
            var deadId = UUID.randomUUID().toString();
            var wellId = UUID.randomUUID().toString();
            var node = fixture.node(OutboxFixture.settings(50), List.of(webhooks(deadId, dead, well)), wall,
                    told::add);
            add(IntStream.range(0, 40).mapToObj(i -> event("dead " + i, deadId)).toArray(OutgoingMessage[]::new));
            add(IntStream.range(0, 40).mapToObj(i -> event("well " + i, wellId)).toArray(OutgoingMessage[]::new));
            await().untilAsserted(() -> {
                node.dispatcher().sendBatch(Channel.WEBHOOK);
                assertThat(well.calls()).hasSize(40);
            });
            assertThat(dead.calls()).as("the others waited for nobody").hasSizeLessThanOrEqualTo(20);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                node.dispatcher().sendBatch(Channel.WEBHOOK);
                assertThat(node.providers().roomOfEndpoint(deadId, wall.instant())).isZero();
                assertThat(node.dispatcher().isBusy()).isFalse();
            });
            assertThat(well.calls()).extracting(call -> call.headers().get("webhook-id")).doesNotHaveDuplicates();
            assertThat(all()).filteredOn(shown -> shown.state() == MessageState.DELIVERED).hasSize(40);
        }
    }

    @Test
    void aCallThatArrivedCanBeReplayedWithItsOwnId() {
        try (var partner = new ScriptedHttp(_ -> Answer.of(200, ""))) {
            var node = fixture.node(OutboxFixture.settings(50), List.of(webhooks("none", partner, partner)), wall,
                    told::add);
            add(event("once", "e7"));
            sendCalls(node, 1, partner);
            var id = by("once").id();
            assertThat(replay(id)).isTrue();
            assertThat(replay(id)).as("it is in line already").isFalse();
            sendCalls(node, 2, partner);
            assertThat(partner.calls()).extracting(call -> call.headers().get("webhook-id"))
                    .containsOnly(id.toString());
        }
    }

    @Test
    void whatWasInTheNoticesOutboxIsCarriedOver() throws Exception {
        var v1 = text("db/migration/notice/V1__notice.sql");
        add(sms("sealed", PHONE));
        var outbox = v1.substring(v1.indexOf("create table notice.outbox"));
        asOwner(outbox, """
                insert into notice.outbox select gen_random_uuid(), 'ticket 1', 'SMS', recipient, recipient_shown, '【驿路】旧文字', 1, 'UNKNOWN',
                       1, created_at, due_at, null, null, null, 'TIMEOUT' from outbox.message where idempotency_key = 'test sealed'
                """, """
                insert into notice.outbox select gen_random_uuid(), 'ticket 2', 'SMS', recipient, recipient_shown, '【驿路】在途文字', 1, 'SENDING',
                       1, created_at, due_at, due_at + interval '1 minute', null, null, null from outbox.message where idempotency_key = 'test sealed'
                """, text("db/migration/notice/V2__outbox_for_all.sql"),
                text("db/migration/notice/V3__wait_in_line.sql"));
        assertThat(all()).filteredOn(shown -> shown.state() == MessageState.SENDING).singleElement()
                .satisfies(shown -> assertThat(shown.text()).isEqualTo("【驿路】在途文字"));
        assertThat(all()).filteredOn(shown -> shown.state() == MessageState.UNKNOWN).singleElement()
                .satisfies(shown -> {
                    assertThat(shown.text()).isEqualTo("【驿路】旧文字");
                    assertThat(shown.to()).isEqualTo("138****5678");
                    assertThat(shown.kind()).isEqualTo(MessageClass.SERVICE);
                });
        var old = all().stream().filter(shown -> shown.state() == MessageState.UNKNOWN).findFirst().orElseThrow();
        var gateway = new ScriptedGateway();
        var node = fixture.node(OutboxFixture.settings(50), List.of(gateway), wall, told::add);
        transaction.executeWithoutResult(_ -> store.resend(List.of(old.id()), wall.instant()));
        node.dispatcher().sendBatch(Channel.SMS);
        assertThat(gateway.left()).extracting(letter -> letter.to() + letter.body().text()).contains(
                PHONE + "【驿路】旧文字");
    }

    private void asOwner(String... scripts) throws Exception {
        try (var owner = java.sql.DriverManager.getConnection(url(),
                System.getProperty("waypost.database.owner"), System.getProperty("waypost.database.owner-password"));
                var statement = owner.createStatement()) {
            for (var script : scripts) {
                statement.execute(script);
            }
        }
    }

    private String url() {
        var shared = System.getProperty("waypost.database.url");
        return shared.substring(0, shared.lastIndexOf('/') + 1)
                + jdbc.sql("select current_database()").query(String.class).single();
    }

    private static String text(String path) throws Exception {
        return new ClassPathResource(path).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private WebhookGateway webhooks(String deadId, ScriptedHttp dead, ScriptedHttp well) {
        WebhookEndpoints known = new WebhookEndpoints() {
            @Override
            public Optional<Endpoint> find(String id) {
                return Optional.of(new Endpoint((id.equals(deadId) ? dead : well).address("/"), List.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));
            }

            @Override
            public void disable(String id, String code) {
                throw new AssertionError("Nobody is gone.");
            }
        };
        return new WebhookGateway(() -> Optional.of(known),
                new PinnedCall(InetAddress::getAllByName, Duration.ofSeconds(1), true), wall);
    }

    private void sendCalls(OutboxFixture.Node node, int calls, ScriptedHttp partner) {
        await().untilAsserted(() -> {
            node.dispatcher().sendBatch(Channel.WEBHOOK);
            assertThat(partner.calls()).hasSize(calls);
            assertThat(node.dispatcher().isBusy()).isFalse();
        });
        assertThat(all()).extracting(Shown::state).containsOnly(MessageState.DELIVERED);
    }

    private boolean replay(UUID id) {
        var writer = writer();
        return Boolean.TRUE.equals(transaction.execute(_ -> writer.replay(id)));
    }

    private static OutgoingMessage sms(String key, String to) {
        return OutgoingMessage.sms("test " + key, MessageClass.SERVICE, to, "【驿路】" + key).about("TEST", key);
    }

    private static OutgoingMessage event(String key, String endpoint) {
        return OutgoingMessage.event("test " + key, endpoint, "ticket.closed", "{}").about("TEST", key);
    }

    private OutboxWriter writer() {
        return new OutboxWriter(store, runner, OutboxFixture.settings(50), BusinessClock.real(wall), wall);
    }

    private void add(OutgoingMessage... messages) {
        var writer = writer();
        transaction.executeWithoutResult(_ -> writer.addAll(List.of(messages)));
    }

    private List<Shown> all() {
        return new ArrayList<>(transaction.execute(_ -> store.list(MessageStore.Filter.ALL, null, 200)));
    }

    private Shown by(String subject) {
        return all().stream().filter(shown -> subject.equals(shown.subjectId())).findFirst().orElseThrow();
    }
}
