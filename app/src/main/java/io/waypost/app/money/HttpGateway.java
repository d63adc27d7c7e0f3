package io.waypost.app.money;

import io.waypost.app.money.PayCalls.Answer;
import io.waypost.app.money.PayCalls.Away;
import io.waypost.core.ledger.PayoutAnswer;
import io.waypost.core.ledger.PayoutAnswer.NoAnswer;
import io.waypost.core.ledger.PayoutAnswer.NotFound;
import io.waypost.core.ledger.PayoutAnswer.NotReached;
import io.waypost.core.ledger.PayoutAnswer.Paid;
import io.waypost.core.ledger.PayoutAnswer.Refused;
import io.waypost.core.ledger.PayoutAnswer.Taken;
import java.security.PublicKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payment platform with an HTTP interface in the style of the domestic ones (商家转账): JSON, signed both ways, one merchant's order number a
 * payout, names and accounts enciphered with the platform's key. What is not signed by the platform says nothing about a payout.
 */
final class HttpGateway implements PayoutGateway {

    private static final String TRANSFERS = "/v1/transfers";
    private static final int MOST_LINES = 1_000_000;
    private static final int CODE = 80;

    private final String name;
    private final MoneySettings.Platform platform;
    private final PublicKey platformKey;
    private final PayCalls calls;
    private final JsonMapper json;

    HttpGateway(String name, MoneySettings.Platform platform, JsonMapper json, Clock wall) {
        this.name = name;
        this.platform = platform;
        this.platformKey = PayKeys.publicKey(platform.platformKey());
        this.calls = new PayCalls(platform, platformKey, wall);
        this.json = json;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PayoutAnswer send(Transfer transfer) {
        var body = new LinkedHashMap<String, Object>();
        body.put("out_no", transfer.key());
        body.put("amount", transfer.fen());
        body.put("currency", "CNY");
        body.put("payee", Map.of("way", transfer.payee().way().name(),
                "account", PayKeys.enciphered(platformKey, transfer.payee().account()),
                "name", PayKeys.enciphered(platformKey, transfer.payee().name())));
        body.put("remark", transfer.remark());
        if (platform.notifyUrl() != null) {
            body.put("notify_url", platform.notifyUrl().toString());
        }
        try {
            var answer = calls.post(TRANSFERS, json.writeValueAsBytes(body));
            return answer.status() == 200 ? state(transfer, answer) : refusal(answer);
        } catch (Away away) {
            return away(away);
        }
    }

    @Override
    public PayoutAnswer ask(Transfer transfer) {
        try {
            var answer = calls.get(TRANSFERS + "/" + transfer.key());
            if (answer.status() == 200) {
                return state(transfer, answer);
            }
            // What is wrong with the question says nothing about the payout.
            return answer.status() == 404 && code(read(answer)).equals("NOT_FOUND")
                    ? new NotFound()
                    : new NoAnswer("HTTP_" + answer.status());
        } catch (Away away) {
            return away(away);
        } catch (JacksonException unreadable) {
            return new NoAnswer("UNREADABLE");
        }
    }

    @Override
    public Optional<List<StatementLine>> statement(LocalDate day) {
        try {
            var answer = calls.get("/v1/statements/" + day);
            if (answer.status() != 200) {
                return Optional.empty();
            }
            var lines = new ArrayList<StatementLine>();
            for (var line : read(answer).path("lines")) {
                lines.add(new StatementLine(line.path("out_no").asString(), line.path("amount").asLong()));
                if (lines.size() > MOST_LINES) {
                    throw new IllegalStateException("The statement of %s has too many lines".formatted(day));
                }
            }
            return Optional.of(List.copyOf(lines));
        } catch (Away | JacksonException notNow) {
            return Optional.empty();
        }
    }

    private PayoutAnswer state(Transfer transfer, Answer answer) {
        try {
            var body = read(answer);
            if (!body.path("out_no").asString("").equals(transfer.key())) {
                return new NoAnswer("ANOTHER_ORDER");
            }
            return switch (body.path("state").asString("")) {
                case "ACCEPTED", "PROCESSING" -> new Taken();
                case "SUCCESS" -> body.path("amount").asLong(-1) == transfer.fen()
                        ? new Paid()
                        : new NoAnswer("AMOUNT_DIFFERS");
                case "FAILED" -> new Refused(code(body), body.path("retryable").asBoolean(false));
                default -> new NoAnswer("UNKNOWN_STATE");
            };
        } catch (JacksonException unreadable) {
            return new NoAnswer("UNREADABLE");
        }
    }

    /** Signed by the platform: certainly not paid. */
    private PayoutAnswer refusal(Answer answer) {
        if (answer.status() < 400 || answer.status() >= 500) {
            return new NoAnswer("HTTP_" + answer.status());
        }
        try {
            var body = read(answer);
            return new Refused(code(body), body.path("retryable").asBoolean(false));
        } catch (JacksonException unreadable) {
            return new NoAnswer("UNREADABLE");
        }
    }

    private static PayoutAnswer away(Away away) {
        return away.perhapsHeard() ? new NoAnswer(away.code()) : new NotReached(away.code());
    }

    private JsonNode read(Answer answer) {
        return json.readTree(answer.body());
    }

    private static String code(JsonNode body) {
        var code = body.path("code").asString("");
        return code.isEmpty() ? "REFUSED" : code.substring(0, Math.min(CODE, code.length()));
    }
}
