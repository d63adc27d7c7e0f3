package io.waypost.app.partner;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.partner.RepeatRules;
import io.waypost.core.partner.RepeatRules.Decision;
import io.waypost.core.partner.SignatureRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what a partner asks for once, however often it is asked ({@code Idempotency-Key}): the answer is kept in the transaction of the
 * work, so that there is either both or neither. A refusal changes nothing and is not kept: it is judged again.
 */
@Component
class Once {

    private final AnswerStore store;
    private final Owner owner;
    private final JsonMapper json;
    private final JsonMapper sorted;
    private final Clock wall;

    Once(AnswerStore store, Owner owner, JsonMapper json, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.owner = owner;
        this.json = json;
        this.sorted = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
        this.wall = wall;
    }

    /**
     * A request that changes something.
     *
     * @param key the header as it came
     * @param what its method and path
     * @param content its body as it was understood, so that another order of the same fields is the same request
     */
    record Request(UUID keyId, @Nullable String key, String what, @Nullable Object content) {}

    /** What was done. */
    record Done<T>(HttpStatus status, @Nullable String location, T body) {}

    /**
     * Answers the request.
     *
     * @param check looks whether it can be done, outside of the work's transaction and as whoever acts; not asked where it was done
     * @param work does it
     */
    <T> ResponseEntity<T> answer(Request request, Class<T> type, Runnable check, Supplier<Done<T>> work) {
        var key = RepeatRules.key(request.key()).orElseThrow(() -> Refusal.of(HttpStatus.BAD_REQUEST,
                request.key() == null ? "IDEMPOTENCY_KEY_MISSING" : "IDEMPOTENCY_KEY_FORMAT",
                "Send an Idempotency-Key of 1 to 128 visible characters, a new one for each thing to be done."));
        var fingerprint = fingerprint(request);
        var before = owner.inOne(() -> replay(request.keyId(), key, fingerprint, type));
        if (before.isPresent()) {
            return before.get();
        }
        check.run();
        return owner.inOne(() -> {
            if (!store.tryLock(request.keyId(), key)) {
                throw Refusal.conflict("IN_FLIGHT", "The same request is being worked on. Ask again in a moment.")
                        .with("retryAfterSeconds", 1);
            }
            return replay(request.keyId(), key, fingerprint, type).orElseGet(() -> {
                var done = work.get();
                var now = wall.instant();
                var text = json.writeValueAsString(done.body());
                store.put(request.keyId(), key, new AnswerStore.Kept(
                        new RepeatRules.Kept(fingerprint, now.plus(RepeatRules.KEPT)), done.status().value(),
                        done.location(), text), now);
                return entity(done.status().value(), done.location(), done.body(), false);
            });
        });
    }

    private <T> Optional<ResponseEntity<T>> replay(UUID keyId, String key, String fingerprint, Class<T> type) {
        var kept = store.find(keyId, key);
        return switch (RepeatRules.decide(kept.map(AnswerStore.Kept::rule), fingerprint, wall.instant())) {
            case Decision.Work() -> Optional.empty();
            case Decision.Reused() -> throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another request. Use a new one.");
            case Decision.Replay() -> kept.map(answer -> entity(answer.status(), answer.location(),
                    json.readValue(answer.body(), type), true));
        };
    }

    private static <T> ResponseEntity<T> entity(int status, @Nullable String location, T body, boolean replayed) {
        var answer = ResponseEntity.status(status);
        if (location != null) {
            answer.location(URI.create(location));
        }
        if (replayed) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(body);
    }

    private String fingerprint(Request request) {
        var text = request.what() + "\n" + (request.content() instanceof String plain
                ? plain
                : sorted.writeValueAsString(request.content()));
        return HexFormat.of().formatHex(SignatureRules.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
