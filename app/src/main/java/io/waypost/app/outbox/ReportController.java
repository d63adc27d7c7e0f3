package io.waypost.app.outbox;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.TimedSignature;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where HTTP providers of short messages tell of deliveries and replies. They sign time and body with the secret of {@code
 * report-secret}: {@code X-Signature} is HMAC-SHA-256 over {@code timestamp.body} in hexadecimal digits.
 */
@RestController
class ReportController {

    private static final int MOST = 1000;

    private final OutboxSettings settings;
    private final Inbound inbound;
    private final JsonMapper json;
    private final Clock wall;

    ReportController(OutboxSettings settings, Inbound inbound, JsonMapper json, @Qualifier("wallClock") Clock wall) {
        this.settings = settings;
        this.inbound = inbound;
        this.json = json;
        this.wall = wall;
    }

    record Taken(int code, String msg) {}

    @PostMapping("/api/v1/partners/sms/{provider}/reports")
    Taken reports(@PathVariable String provider,
            @RequestHeader(name = "X-Timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "X-Signature", required = false) @Nullable String signature,
            @RequestBody(required = false) @Nullable String body) {
        for (var item : items(provider, timestamp, signature, body)) {
            var bizId = text(item, "biz_id", 100);
            var outId = text(item, "out_id", 100);
            if (bizId == null && outId == null) {
                throw Refusal.invalid("biz_id", null, "MISSING", "Name the message by biz_id or out_id.");
            }
            boolean delivered = item.path("success").asBoolean(false);
            inbound.report(provider, bizId == null ? String.valueOf(outId) : bizId, id(outId), delivered,
                    delivered ? null : code(text(item, "err_code", 80)));
        }
        return new Taken(0, "ok");
    }

    @PostMapping("/api/v1/partners/sms/{provider}/replies")
    Taken replies(@PathVariable String provider,
            @RequestHeader(name = "X-Timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "X-Signature", required = false) @Nullable String signature,
            @RequestBody(required = false) @Nullable String body) {
        for (var item : items(provider, timestamp, signature, body)) {
            var from = text(item, "phone_number", 30);
            var content = text(item, "content", 1000);
            var id = text(item, "sequence_id", 100);
            if (from == null || content == null || id == null || !from.matches("\\+?[0-9]{3,20}")) {
                throw Refusal.invalid("phone_number", null, "MISSING",
                        "A reply needs phone_number, content and sequence_id.");
            }
            var to = text(item, "dest_code", 30);
            inbound.reply(provider, id, from, to == null ? "" : to, content);
        }
        return new Taken(0, "ok");
    }

    private JsonNode items(String provider, @Nullable String timestamp, @Nullable String signature,
            @Nullable String body) {
        var link = settings.httpLinks().get(provider);
        var secret = link == null ? null : link.reportSecret();
        if (secret == null || body == null
                || !TimedSignature.holds(secret, timestamp, signature, body, wall.instant())) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "BAD_SIGNATURE",
                    "The signature is missing, old or wrong, or the provider is not known.");
        }
        try {
            var items = json.readTree(body);
            if (items.isArray() && items.size() <= MOST) {
                return items;
            }
        } catch (JacksonException unreadable) {
            throw Refusal.invalid("body", null, "UNREADABLE", "Send a JSON array.");
        }
        throw Refusal.invalid("body", null, "NOT_AN_ARRAY", "Send a JSON array of up to %d items.".formatted(MOST));
    }

    /** What is no text, or is too long to be one of ours, is as good as missing. */
    private static @Nullable String text(JsonNode item, String field, int longest) {
        var value = item.path(field);
        var text = value.isString() || value.isIntegralNumber() ? value.asString() : "";
        return text.isEmpty() || text.length() > longest || text.indexOf('\0') >= 0 ? null : text;
    }

    private static String code(@Nullable String code) {
        return code == null ? "UNDELIVERED" : code;
    }

    private static @Nullable UUID id(@Nullable String outId) {
        return outId != null && outId.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(outId)
                : null;
    }
}
