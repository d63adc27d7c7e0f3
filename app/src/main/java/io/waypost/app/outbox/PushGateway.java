package io.waypost.app.outbox;

import io.waypost.app.outbox.OutboxSettings.Push;
import io.waypost.core.outbox.Channel;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends pushes through a provider's HTTP interface; it drops doubles by the message's id, so doubt is harmless here. */
final class PushGateway implements Gateway {

    private final Push link;
    private final JsonMapper json;
    private final Clock wall;
    private final HttpCalls calls;

    PushGateway(Push link, JsonMapper json, Clock wall) {
        this.link = link;
        this.json = json;
        this.wall = wall;
        this.calls = new HttpCalls(link.timeout());
    }

    @Override
    public String name() {
        return "push";
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public double perSecond() {
        return link.perSecond();
    }

    @Override
    public List<Result> submit(List<Letter> letters) {
        return calls.all(letters, this::request, this::answer);
    }

    private HttpRequest request(Letter letter) {
        var body = new LinkedHashMap<String, Object>();
        body.put("IdempotentToken", letter.id().toString());
        body.put("DeviceId", letter.to());
        body.put("Title", letter.body().title());
        body.put("Body", letter.body().text());
        body.put("ExtParameters", letter.body().data());
        return SignedCall.post(link.endpoint(), link.keyId(), link.secret(), "Push", letter.id().toString(),
                json.writeValueAsString(body), wall.instant(), link.timeout());
    }

    private Result answer(String body) {
        try {
            var answer = json.readTree(body);
            var code = answer.path("Code").asString("OK");
            var id = answer.path("MessageId").asString("");
            if (code.equals("OK") && !id.isEmpty()) {
                return new Accepted(id);
            }
            return code.equals("OK")
                    ? new Unknown("UNREADABLE")
                    : code.startsWith("Throttling") ? new Retryable(code, Duration.ofMinutes(1)) : new Rejected(code);
        } catch (JacksonException unreadable) {
            return new Unknown("UNREADABLE");
        }
    }
}
