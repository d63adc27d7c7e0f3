package io.waypost.app.money;

import static io.waypost.app.testing.Until.until;
import static io.waypost.core.ledger.AccountKind.BANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.ledger.PayoutAnswer;
import io.waypost.core.ledger.PayoutState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@DisplayName("L5 payouts through a payment platform that is a process of its own")
class HttpGatewayTest {

    private static final Clock WALL = Clock.systemUTC();
    private static final JsonMapper JSON = new JsonMapper();

    private final PersonalData personal;
    private final Deadlines deadlines;
    @TempDir
    private Path folder = Path.of("");

    HttpGatewayTest(PersonalData personal, Deadlines deadlines) {
        this.personal = personal;
        this.deadlines = deadlines;
    }

    private static HttpGateway gateway(MoneySettings.Platform platform) {
        return new HttpGateway("pay", platform, JSON, WALL);
    }

    private static PayoutGateway.Transfer transfer() {
        return new PayoutGateway.Transfer(UUID.randomUUID(), 500,
                new Payee(Payee.Way.ALIPAY, "zhang@example.com", "张小明"), "理赔款");
    }

    private List<UUID> order(MoneyStand stand, int payouts) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < payouts; i++) {
            ids.add(stand.order("claim/" + i, stand.accept(1_000 + i), 1_000 + i));
        }
        return ids;
    }

    /** Moves the stand's clock to what is due next until everything is over. */
    private static void untilOver(MoneyStand stand, List<UUID> payouts) {
        until(Duration.ofSeconds(60), () -> {
            stand.work();
            if (payouts.stream().allMatch(id -> stand.state(id).isOver())) {
                return true;
            }
            stand.next().ifPresent(stand.clock::moveTo);
            return false;
        });
    }

    @Test
    void paysSignedBothWays() {
        try (var bank = BankProcess.start(folder)) {
            var gateway = gateway(bank.platform(null));
            var transfer = transfer();
            assertThat(gateway.ask(transfer)).isEqualTo(new PayoutAnswer.NotFound());
            assertThat(gateway.send(transfer)).isEqualTo(new PayoutAnswer.Paid());
            assertThat(gateway.send(transfer)).isEqualTo(new PayoutAnswer.Paid());
            assertThat(gateway.ask(transfer)).isEqualTo(new PayoutAnswer.Paid());
            assertThat(bank.outcomes()).isEqualTo(Map.of(transfer.key(), List.of("PAID")));
            // Its key was used for another amount.
            var other = new PayoutGateway.Transfer(transfer.id(), 501, transfer.payee(), "");
            assertThat(gateway.send(other)).isEqualTo(new PayoutAnswer.Refused("KEY_REUSED", false));
            assertThat(gateway.ask(other)).isEqualTo(new PayoutAnswer.NoAnswer("AMOUNT_DIFFERS"));
            assertThat(gateway.statement(Days.of(WALL.instant())).orElseThrow())
                    .containsExactly(new PayoutGateway.StatementLine(transfer.key(), 500));
        }
    }

    @Test
    void whatIsNotSignedByThePlatformSaysNothing() throws IOException {
        var others = Files.createDirectory(folder.resolve("others"));
        try (var bank = BankProcess.start(folder); var other = BankProcess.start(others)) {
            var good = bank.platform(null);
            var forged = new MoneySettings.Platform(good.endpoint(), good.merchant(), good.serial(), good.privateKey(),
                    good.platformSerial(), others.resolve("platform-public.pem"), null, good.timeout());
            var transfer = transfer();
            assertThat(gateway(forged).ask(transfer)).isEqualTo(new PayoutAnswer.NoAnswer("NOT_SIGNED_404"));
            var otherSerial = new MoneySettings.Platform(good.endpoint(), good.merchant(), good.serial(),
                    good.privateKey(), "PS2", good.platformKey(), null, good.timeout());
            assertThat(gateway(otherSerial).ask(transfer)).isEqualTo(new PayoutAnswer.NoAnswer("NOT_SIGNED_404"));
            var stranger = new MoneySettings.Platform(good.endpoint(), good.merchant(), good.serial(),
                    others.resolve("merchant-private.pem"), good.platformSerial(), good.platformKey(), null,
                    good.timeout());
            assertThat(gateway(stranger).send(transfer)).isEqualTo(new PayoutAnswer.Refused("BAD_SIGNATURE", true));
            assertThat(gateway(stranger).ask(transfer)).isEqualTo(new PayoutAnswer.NoAnswer("HTTP_401"));
            assertThat(bank.outcomes()).isEmpty();
            assertThat(other.outcomes()).isEmpty();
        }
    }

    @Test
    void aPlatformThatIsAwayOrSilentIsToldApart() {
        try (var bank = BankProcess.start(folder, "--lose-answers", "1")) {
            var transfer = transfer();
            assertThat(gateway(bank.platform(null)).send(transfer))
                    .isEqualTo(new PayoutAnswer.NoAnswer("CONNECTION_LOST"));
            // It was done all the same.
            assertThat(bank.outcomes()).containsOnlyKeys(transfer.key());
            bank.kill();
            assertThat(gateway(bank.platform(null)).send(transfer))
                    .isEqualTo(new PayoutAnswer.NotReached("NOT_REACHED"));
        }
    }

    @Test
    void isNotCalledOpenlyBeyondThisMachine() {
        try (var bank = BankProcess.start(folder)) {
            var good = bank.platform(null);
            var open = new MoneySettings.Platform(URI.create("http://198.51.100.7"), "M1", "MS1", good.privateKey(),
                    "PS1",
                    good.platformKey(), null, good.timeout());
            assertThatIllegalStateException().isThrownBy(() -> gateway(open)).withMessageContaining("HTTPS");
            assertThat(good.toString()).doesNotContain("pem");
            assertThatIllegalStateException().isThrownBy(() -> PayKeys.privateKey(good.platformKey()))
                    .withMessageContaining("PKCS #8").withNoCause();
        }
    }

    @Test
    @DisplayName("L5 a platform that loses answers, answers late, twice and out of order, and is killed, pays each once")
    void throughAnIllMannered() throws IOException {
        var heard = new CopyOnWriteArrayList<Integer>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var notifyUrl = URI.create("http://127.0.0.1:%d/api/v1/payout-notices/pay"
                .formatted(server.getAddress().getPort()));
        try (var bank = BankProcess.start(folder, "--lose-calls", "0.2", "--lose-answers", "0.2", "--refuse-now", "0.2",
                "--twice", "0.5", "--late", "60", "--seed", "7")) {
            var platform = bank.platform(notifyUrl);
            var keys = PlatformKeys.of(new MoneySettings("pay", 0, Map.of("pay", platform)));
            try (var stand = MoneyStand.fresh(personal, gateway(platform))) {
                var controller = new PayoutNoticeController(stand.notices, keys, deadlines, stand.transaction, JSON,
                        WALL,
                        stand.clock);
                server.createContext("/", exchange -> heard.add(hear(exchange, controller)));
                server.start();
                var ids = order(stand, 12);
                stand.work();
                bank.kill();
                stand.work();
                bank.start();
                untilOver(stand, ids);
                assertThat(ids).allSatisfy(id -> assertThat(stand.state(id)).isEqualTo(PayoutState.PAID));
                until(() -> bank.heard() >= ids.size());
                stand.work();
                assertThat(bank.outcomes()).hasSize(ids.size()).allSatisfy((_, outcomes) -> assertThat(outcomes.stream()
                        .filter("PAID"::equals)).hasSize(1));
                assertThat(stand.told).hasSize(ids.size());
                assertThat(stand.balance(BANK, "")).isEqualTo(-(12_000 + 66));
                assertThat(stand.unsound()).isEqualTo(MoneyStand.SOUND);
                assertThat(stand.in(() -> stand.differences.list(true, null, null, 9))).isEmpty();
                assertThat(heard).contains(200).doesNotContain(500);
                // The statement agrees.
                var day = Days.of(WALL.instant());
                var lines = gateway(platform).statement(day);
                if (lines.isPresent()) {
                    assertThat(stand.in(() -> stand.reconciler.compare("pay", day, lines.get(), stand.clock.instant())))
                            .isZero();
                }
            }
        } finally {
            server.stop(0);
        }
    }

    private static int hear(HttpExchange exchange, PayoutNoticeController controller) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            int status;
            try {
                controller.told("pay", headers.getFirst(PayHeaders.SERIAL), headers.getFirst(PayHeaders.TIMESTAMP),
                        headers.getFirst(PayHeaders.NONCE), headers.getFirst(PayHeaders.SIGNATURE),
                        exchange.getRequestBody().readAllBytes());
                status = 200;
            } catch (Refusal refusal) {
                status = refusal.status().value();
            } catch (RuntimeException defect) {
                status = 500;
            }
            exchange.sendResponseHeaders(status, -1);
            return status;
        }
    }

    @Test
    void refusesNoticesThatThePlatformDidNotSignJustNow() throws Exception {
        try (var bank = BankProcess.start(folder)) {
            bank.kill();
            var platform = bank.platform(null);
            var keys = PlatformKeys.of(new MoneySettings("pay", 0, Map.of("pay", platform)));
            try (var stand = MoneyStand.fresh(personal, gateway(platform))) {
                var controller = new PayoutNoticeController(stand.notices, keys, deadlines, stand.transaction, JSON,
                        WALL,
                        stand.clock);
                var body = "{\"notice_no\":\"n1\",\"out_no\":\"x\",\"state\":\"SUCCESS\",\"amount\":1}"
                        .getBytes(StandardCharsets.UTF_8);
                long now = WALL.instant().getEpochSecond();
                assertThat(told(controller, "pay", "PS1", now, body, body)).isEqualTo("SUCCESS");
                assertThat(told(controller, "pay", "PS1", now, body, body)).isEqualTo("SUCCESS");
                assertThat(stand.jdbc.sql("select count(*) from money.notice").query(Long.class).single())
                        .isEqualTo(1);
                assertThat(told(controller, "pay", "PS1", now - 301, body, body)).isEqualTo("BAD_SIGNATURE");
                assertThat(told(controller, "pay", "PS2", now, body, body)).isEqualTo("BAD_SIGNATURE");
                assertThat(told(controller, "other", "PS1", now, body, body)).isEqualTo("BAD_SIGNATURE");
                assertThat(told(controller, "pay", "PS1", now, body, "{}".getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo("BAD_SIGNATURE");
                var long17k = new byte[17 << 10];
                assertThat(told(controller, "pay", "PS1", now, long17k, long17k)).isEqualTo("TOO_LARGE");
                var nameless = "{}".getBytes(StandardCharsets.UTF_8);
                assertThat(told(controller, "pay", "PS1", now, nameless, nameless)).isEqualTo("INVALID");
                assertThatThrownBy(() -> controller.told("pay", null, null, null, null, body))
                        .isInstanceOf(Refusal.class);
            }
        }
    }

    /** What it says to a notice that was signed for one body and brings perhaps another. */
    private String told(PayoutNoticeController controller, String gateway, String serial, long at, byte[] signed,
            byte[] brought) throws Exception {
        var signature = Signature.getInstance(PaySignature.ALGORITHM);
        signature.initSign(PayKeys.privateKey(folder.resolve("platform-private.pem")));
        signature.update("%d\nnonce\n".formatted(at).getBytes(StandardCharsets.UTF_8));
        signature.update(signed);
        signature.update((byte) '\n');
        try {
            return controller.told(gateway, serial, Long.toString(at), "nonce",
                    Base64.getEncoder().encodeToString(signature.sign()), brought).code();
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }
}
