package io.waypost.app.money;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.PlatformKeys.Signed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where platforms tell by themselves what became of a payout (打款结果通知). It is on disk as it came before it is answered; a platform tells it
 * again until it is answered so, and what comes twice is kept once.
 */
@RestController
class PayoutNoticeController {

    private static final int LONGEST = 16 << 10;

    private final PayoutNoticeStore store;
    private final PlatformKeys keys;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock wall;
    private final Clock clock;

    PayoutNoticeController(PayoutNoticeStore store, PlatformKeys keys, Deadlines deadlines,
            TransactionTemplate transaction,
            JsonMapper json, @Qualifier("wallClock") Clock wall, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.deadlines = deadlines;
        this.transaction = transaction;
        this.json = json;
        this.wall = wall;
        this.clock = clock;
    }

    record Heard(String code) {}

    @PostMapping("/api/v1/payout-notices/{gateway}")
    Heard told(@PathVariable String gateway,
            @RequestHeader(name = PayHeaders.SERIAL, required = false) @Nullable String serial,
            @RequestHeader(name = PayHeaders.TIMESTAMP, required = false) @Nullable String timestamp,
            @RequestHeader(name = PayHeaders.NONCE, required = false) @Nullable String nonce,
            @RequestHeader(name = PayHeaders.SIGNATURE, required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        if (body != null && body.length > LONGEST) {
            throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE",
                    "A notice has up to %d bytes.".formatted(LONGEST));
        }
        if (body == null
                || !keys.hold(gateway, new Signed(serial, timestamp, nonce, signature), body, wall.instant())) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "BAD_SIGNATURE",
                    "The signature is missing, old or wrong, or the platform is not known.");
        }
        var number = number(body);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Acting.as(new Actor.Internal("payout-notices"), () -> Objects.requireNonNull(
                transaction.execute(_ -> store.add(gateway, number, body, at))));
        deadlines.wake(PayoutNoticeWork.class);
        return new Heard("SUCCESS");
    }

    private String number(byte[] body) {
        try {
            var number = json.readTree(body).path("notice_no").asString("");
            if (number.matches("[0-9A-Za-z_-]{1,64}")) {
                return number;
            }
        } catch (JacksonException unreadable) {
            // Falls through: what has no number cannot be told from its copies.
        }
        throw Refusal.invalid("notice_no", null, "MISSING", "A notice has a number of up to 64 letters and digits.");
    }
}
