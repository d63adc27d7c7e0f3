package io.waypost.simulator.bank;

import io.waypost.simulator.bank.Manners.Chance;
import io.waypost.simulator.bank.Transfer.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Tells merchants how their transfers ended, again and again until they have heard it, and sometimes once more. */
final class BankNotices {

    private static final Duration EVERY = Duration.ofMillis(200);

    private final BankOptions options;
    private final Bank bank;
    private final BankKeys keys;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    BankNotices(BankOptions options, Bank bank, BankKeys keys, Clock clock) {
        this.options = options;
        this.bank = bank;
        this.keys = keys;
        this.clock = clock;
    }

    /** A transfer as answers and notices tell of it. */
    static Map<String, Object> told(Transfer one, Instant now) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("out_no", one.key());
        told.put("amount", one.amount());
        told.put("currency", "CNY");
        told.put("state", one.state(now));
        told.put("code", one.code());
        told.put("retryable", one.outcome() == Outcome.REFUSED_NOW);
        return told;
    }

    /** Tells for ever. */
    void run() throws InterruptedException {
        while (true) {
            for (Transfer one : bank.untold()) {
                if (underWay.add(Bank.notice(one))) {
                    Thread.ofVirtual().start(() -> tell(one));
                }
            }
            Thread.sleep(EVERY);
        }
    }

    private void tell(Transfer one) {
        try {
            Thread.sleep(bank.lateMillis());
            boolean heard = post(one);
            if (heard && bank.draw(Chance.TWICE)) {
                Thread.sleep(bank.lateMillis());
                heard = post(one);
            }
            if (heard) {
                bank.heard(one);
            } else {
                Thread.sleep(EVERY.multipliedBy(5));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(Bank.notice(one));
        }
    }

    private boolean post(Transfer one) throws InterruptedException {
        Map<String, Object> notice = told(one, clock.instant());
        notice.put("notice_no", Bank.notice(one));
        byte[] body = json.writeValueAsString(notice).getBytes(StandardCharsets.UTF_8);
        long timestamp = clock.instant().getEpochSecond();
        String nonce = UUID.randomUUID().toString().replace("-", "");
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(String.valueOf(one.notifyUrl())))
                    .timeout(Duration.ofSeconds(5)).header("Content-Type", "application/json; charset=utf-8")
                    .header("Pay-Serial", options.serial()).header("Pay-Timestamp", Long.toString(timestamp))
                    .header("Pay-Nonce", nonce).header("Pay-Signature", keys.sign(timestamp, nonce, body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notHeard) {
            return false;
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
