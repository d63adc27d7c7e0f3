package io.waypost.app.chat;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Secrets;
import io.waypost.chat.ChatSide;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Tokens of the socket: side, id and end, for agents the session too, signed (HMAC-SHA-256). They are kept by no cookie, so no foreign page
 * can use them. Thread-safe.
 *
 * <p>A visitor's token opens the socket for a day; for half a year it still shows who they are, so that they find their conversation again.
 */
@Component
class ChatToken {

    static final Duration VISITOR = Duration.ofDays(1);
    static final Duration AGENT = Duration.ofMinutes(30);
    private static final Duration KNOWN = Duration.ofDays(180);
    private static final int BODY = 1 + 16 + 8;
    private static final int SESSION = 16;
    private static final int SIGNED = 32;

    private final SecretKeySpec key;
    private final Clock wall;

    ChatToken(Secrets secrets, @Qualifier("wallClock") Clock wall) {
        this.key = new SecretKeySpec(secrets.bytes("chat-token.key"), "HmacSHA256");
        this.wall = wall;
    }

    /** A token, and when it ends. */
    record Given(String token, Instant until) {}

    /** Whose it is; {@code session} is an agent's. */
    record Bearer(ChatSide side, UUID id, Instant until, @Nullable UUID session) {}

    /** A visitor's. */
    Given visitor(UUID id) {
        var until = until(VISITOR);
        return given(ByteBuffer.allocate(BODY).put(letter(ChatSide.CUSTOMER)).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).putLong(until.getEpochSecond()).array(), until);
    }

    /** An agent's, good as long as that session is. */
    Given agent(UUID id, UUID session) {
        var until = until(AGENT);
        return given(ByteBuffer.allocate(BODY + SESSION).put(letter(ChatSide.AGENT))
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .putLong(until.getEpochSecond()).putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits()).array(), until);
    }

    private Instant until(Duration duration) {
        return Instant.ofEpochSecond(wall.instant().plus(duration).getEpochSecond());
    }

    private Given given(byte[] body, Instant until) {
        var token = ByteBuffer.allocate(body.length + SIGNED).put(body).put(sign(body)).array();
        return new Given(Base64.getUrlEncoder().withoutPadding().encodeToString(token), until);
    }

    /** Whose a token is that holds now. */
    Optional<Bearer> read(String token) {
        return signed(token).filter(bearer -> bearer.until().isAfter(wall.instant()));
    }

    /** Which customer shows a token that holds now; anybody else is refused. */
    UUID visitor(String token) {
        return read(token).filter(bearer -> bearer.side() == ChatSide.CUSTOMER).map(Bearer::id)
                .orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "TOKEN",
                        "Ask /api/v1/public/chat/visitors for a token."));
    }

    /** The visitor of a token that may be over. */
    Optional<UUID> known(String token) {
        return signed(token).filter(bearer -> bearer.side() == ChatSide.CUSTOMER
                && bearer.until().plus(KNOWN).isAfter(wall.instant())).map(Bearer::id);
    }

    private Optional<Bearer> signed(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            int length = bytes.length - SIGNED;
            if (length != BODY && length != BODY + SESSION) {
                return Optional.empty();
            }
            var body = Arrays.copyOf(bytes, length);
            if (!MessageDigest.isEqual(sign(body), Arrays.copyOfRange(bytes, length, bytes.length))) {
                return Optional.empty();
            }
            var read = ByteBuffer.wrap(body);
            var side = read.get() == letter(ChatSide.AGENT) ? ChatSide.AGENT : ChatSide.CUSTOMER;
            var id = new UUID(read.getLong(), read.getLong());
            var until = Instant.ofEpochSecond(read.getLong());
            var session = length == BODY ? null : new UUID(read.getLong(), read.getLong());
            return Optional.of(new Bearer(side, id, until, session));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static byte letter(ChatSide side) {
        return (byte) (side == ChatSide.AGENT ? 'A' : 'C');
    }

    private byte[] sign(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java.", defect);
        }
    }
}
