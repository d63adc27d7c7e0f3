package io.waypost.simulator.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.waypost.simulator.bank.Manners.Chance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bank's HTTP interface: transfers by key, what became of them, statements by day. Everything is signed, both ways. */
final class BankServer {

    private static final Pattern PART = Pattern.compile("([a-z]+)=\"([^\"]*)\"");
    private static final String SCHEME = "PAY-SHA256-RSA2048 ";
    private static final long TOLERANCE_SECONDS = 300;

    private final BankOptions options;
    private final Bank bank;
    private final BankKeys keys;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    BankServer(BankOptions options, Bank bank, BankKeys keys, Clock clock) throws IOException {
        this.options = options;
        this.bank = bank;
        this.keys = keys;
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
    }

    /** Begins to listen; the port. */
    int start() {
        server.start();
        return server.getAddress().getPort();
    }

    /** An answer before it is signed. */
    private record Answer(int status, Map<String, ?> body) {}

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (bank.draw(Chance.LOSE_CALL)) {
                return;
            }
            Answer answer = isTheirs(exchange, body)
                    ? answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body)
                    : refusal(401, "BAD_SIGNATURE", true);
            if (bank.draw(Chance.LOSE_ANSWER)) {
                return;
            }
            Thread.sleep(bank.lateMillis());
            send(exchange, answer);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (GeneralSecurityException defect) {
            throw new IOException(defect);
        }
    }

    private Answer answer(String method, String path, byte[] body) {
        String[] parts = path.split("/", -1);
        if (method.equals("POST") && path.equals("/v1/transfers")) {
            return transfer(body);
        }
        if (method.equals("GET") && parts.length == 4 && path.startsWith("/v1/transfers/")) {
            return bank.find(parts[3]).map(this::told).orElseGet(() -> refusal(404, "NOT_FOUND", false));
        }
        if (method.equals("GET") && parts.length == 4 && path.startsWith("/v1/statements/")) {
            return statement(parts[3]);
        }
        return refusal(404, "NO_SUCH_INTERFACE", false);
    }

    private Answer transfer(byte[] body) {
        try {
            JsonNode order = json.readTree(body);
            String key = order.path("out_no").asString("");
            long amount = order.path("amount").asLong(0);
            if (!key.matches("[0-9A-Za-z]{1,32}") || amount <= 0
                    || !order.path("currency").asString("").equals("CNY")) {
                return refusal(400, "BAD_ORDER", false);
            }
            JsonNode payee = order.path("payee");
            if (!keys.readable(payee.path("account").asString("")) || !keys.readable(payee.path("name").asString(""))) {
                return refusal(400, "BAD_PAYEE", false);
            }
            JsonNode where = order.path("notify_url");
            return told(bank.take(key, amount, where.isString() ? where.asString() : null));
        } catch (JacksonException unreadable) {
            return refusal(400, "NOT_JSON", false);
        } catch (Bank.KeyReused reused) {
            return refusal(409, "KEY_REUSED", false);
        }
    }

    private Answer told(Transfer one) {
        return new Answer(200, BankNotices.told(one, clock.instant()));
    }

    private Answer statement(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            List<Map<String, Object>> lines = bank.paidOn(day).stream()
                    .map(one -> Map.<String, Object>of("out_no", one.key(), "amount", one.amount())).toList();
            return new Answer(200, Map.of("day", text, "lines", lines));
        } catch (DateTimeException noDay) {
            return refusal(400, "NO_DAY", false);
        }
    }

    private static Answer refusal(int status, String code, boolean retryable) {
        return new Answer(status, Map.of("code", code, "retryable", retryable));
    }

    private boolean isTheirs(HttpExchange exchange, byte[] body) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith(SCHEME)) {
            return false;
        }
        Map<String, String> parts = new HashMap<>();
        Matcher matcher = PART.matcher(header);
        while (matcher.find()) {
            parts.put(matcher.group(1), matcher.group(2));
        }
        String timestamp = parts.getOrDefault("timestamp", "");
        String nonce = parts.getOrDefault("nonce", "");
        return options.merchant().equals(parts.get("merchant"))
                && options.merchantSerial().equals(parts.get("serial"))
                && timestamp.matches("[0-9]{1,12}")
                && Math.abs(Long.parseLong(timestamp) - clock.instant().getEpochSecond()) <= TOLERANCE_SECONDS
                && keys.signed(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), timestamp, nonce,
                        body, parts.getOrDefault("signature", ""))
                && nonce.length() >= 16 && nonces.add(nonce);
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException, GeneralSecurityException {
        byte[] body = json.writeValueAsString(answer.body()).getBytes(StandardCharsets.UTF_8);
        long timestamp = clock.instant().getEpochSecond();
        String nonce = UUID.randomUUID().toString().replace("-", "");
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.getResponseHeaders().add("Pay-Serial", options.serial());
        exchange.getResponseHeaders().add("Pay-Timestamp", Long.toString(timestamp));
        exchange.getResponseHeaders().add("Pay-Nonce", nonce);
        exchange.getResponseHeaders().add("Pay-Signature", keys.sign(timestamp, nonce, body));
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
