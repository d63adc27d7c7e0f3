package io.waypost.app.outbox;

import io.waypost.app.outbox.OutboxSettings.Http;
import io.waypost.core.outbox.Channel;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends short messages through a provider's HTTP interface: one signed JSON request a message, answered with {@code Code} and {@code
 * BizId}. Such providers answer business errors with status 200; what counts is the code.
 */
final class HttpSmsGateway implements Gateway {

    private static final Set<String> WAIT_A_MINUTE = Set.of("Throttling", "Throttling.User",
            "isv.BUSINESS_LIMIT_CONTROL",
            "isv.DAY_LIMIT_CONTROL", "isv.FLOW_LIMIT");
    private static final Set<String> OUR_ACCOUNT = Set.of("isv.AMOUNT_NOT_ENOUGH", "isv.OUT_OF_SERVICE",
            "isv.ACCOUNT_ABNORMAL", "isv.ACCOUNT_NOT_EXISTS", "isp.RAM_PERMISSION_DENY", "SignatureDoesNotMatch",
            "InvalidAccessKeyId.NotFound");
    private static final Set<String> NOBODY_KNOWS = Set.of("isp.SYSTEM_ERROR", "InternalError", "isp.GATEWAY_TIMEOUT");

    private final String name;
    private final Http link;
    private final JsonMapper json;
    private final Clock wall;
    private final HttpCalls calls;

    HttpSmsGateway(String name, Http link, JsonMapper json, Clock wall) {
        this.name = name;
        this.link = link;
        this.json = json;
        this.wall = wall;
        this.calls = new HttpCalls(link.timeout());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public double perSecond() {
        return link.perSecond();
    }

    /** Such that all have timed out within half of the shortest sensible lease. */
    @Override
    public int most() {
        return 64;
    }

    @Override
    public List<Result> submit(List<Letter> letters) {
        var results = new HashMap<UUID, Result>();
        var known = new ArrayList<Letter>();
        for (var letter : letters) {
            if (template(letter) == null) {
                results.put(letter.id(), new Rejected("NO_TEMPLATE"));
            } else {
                known.add(letter);
            }
        }
        var answers = calls.all(known, this::request, this::answer);
        for (int i = 0; i < known.size(); i++) {
            results.put(known.get(i).id(), answers.get(i));
        }
        return letters.stream().map(letter -> java.util.Objects.requireNonNull(results.get(letter.id()))).toList();
    }

    @Override
    public boolean canBeAsked() {
        return link.query();
    }

    @Override
    public Optional<Result> ask(Letter letter, Instant now) {
        var answers = calls.all(List.of(letter), this::question, body -> details(letter, body));
        return answers.stream().filter(result -> !(result instanceof Unknown || result instanceof Retryable))
                .findFirst();
    }

    private HttpRequest question(Letter letter) {
        var body = json.writeValueAsString(Map.of("PhoneNumber", letter.to(), "OutId", letter.id().toString()));
        return SignedCall.post(link.endpoint(), link.keyId(), link.secret(), "QuerySendDetails",
                UUID.randomUUID().toString(), body, wall.instant(), link.timeout());
    }

    /** One line a message: 1 is under way, 2 failed, 3 arrived. A message that is not listed may be on its way to the provider. */
    private Result details(Letter letter, String body) {
        try {
            for (var detail : json.readTree(body).path("SmsSendDetails")) {
                if (detail.path("OutId").asString("").equals(letter.id().toString())) {
                    var id = detail.path("BizId").asString(letter.id().toString());
                    return switch (detail.path("SendStatus").asInt(0)) {
                        case 1 -> new Accepted(id);
                        case 2 -> new Rejected(detail.path("ErrCode").asString("UNDELIVERED"));
                        case 3 -> new Arrived(id);
                        default -> new Unknown("UNREADABLE");
                    };
                }
            }
        } catch (JacksonException unreadable) {
            return new Unknown("UNREADABLE");
        }
        return new Unknown("NOT_LISTED");
    }

    private HttpRequest request(Letter letter) {
        var body = json.writeValueAsString(Map.of(
                "PhoneNumbers", letter.to(),
                "SignName", link.signName(),
                "TemplateCode", String.valueOf(template(letter)),
                "TemplateParam", json.writeValueAsString(Map.of("content", withoutSignature(letter.body().text()))),
                "OutId", letter.id().toString()));
        return SignedCall.post(link.endpoint(), link.keyId(), link.secret(), "SendSms", UUID.randomUUID().toString(),
                body, wall.instant(), link.timeout());
    }

    private Result answer(String body) {
        try {
            var answer = json.readTree(body);
            var code = answer.path("Code").asString("");
            if (code.equals("OK")) {
                var id = answer.path("BizId").asString("");
                return id.isEmpty() ? new Unknown("UNREADABLE") : new Accepted(id);
            }
            return code.isEmpty() ? new Unknown("UNREADABLE") : refusal(code);
        } catch (JacksonException unreadable) {
            return new Unknown("UNREADABLE");
        }
    }

    private static Result refusal(String code) {
        var kept = code.length() > 80 ? code.substring(0, 80) : code;
        if (WAIT_A_MINUTE.contains(code)) {
            return new Retryable(kept, Duration.ofMinutes(1));
        }
        if (OUR_ACCOUNT.contains(code)) {
            return new Retryable(kept, Duration.ofMinutes(10));
        }
        return NOBODY_KNOWS.contains(code) ? new Unknown(kept) : new Rejected(kept);
    }

    private @Nullable String template(Letter letter) {
        var own = letter.template() == null ? null : link.templates().get(letter.template());
        return own == null ? link.templates().get("*") : own;
    }

    /** The provider puts the registered signature in front itself. */
    private static String withoutSignature(String text) {
        return text.startsWith("【") && text.indexOf('】') > 0 ? text.substring(text.indexOf('】') + 1) : text;
    }
}
