package io.waypost.app.chat;

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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Tokens of the socket: side, id and end, signed (HMAC-SHA-256). They are kept by no cookie, so no foreign page can use them. Thread-safe.
 *
 * <p>A visitor's token opens the socket for a day; for half a year it still shows who they are, so that they find their conversation again.
 */
@Component
class ChatToken {

    static final Duration VISITOR = Duration.ofDays(1);
    static final Duration AGENT = Duration.ofMinutes(30);
    private static final Duration KNOWN = Duration.ofDays(180);
    private static final int BODY = 1 + 16 + 8;
    private static final int SIGNED = 32;

    private final SecretKeySpec key;
    private final Clock wall;

    ChatToken(Secrets secrets, @Qualifier("wallClock") Clock wall) {
        this.key = new SecretKeySpec(secrets.bytes("chat-token.key"), "HmacSHA256");
        this.wall = wall;
    }

    /** A token, and when it ends. */
    record Given(String token, Instant until) {}

    /** Whose it is. */
    record Bearer(ChatSide side, UUID id, Instant until) {}

    Given give(ChatSide side, UUID id) {
        var until = Instant
                .ofEpochSecond(wall.instant().plus(side == ChatSide.AGENT ? AGENT : VISITOR).getEpochSecond());
        var body = ByteBuffer.allocate(BODY).put(letter(side)).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).putLong(until.getEpochSecond()).array();
        var token = ByteBuffer.allocate(BODY + SIGNED).put(body).put(sign(body)).array();
        return new Given(Base64.getUrlEncoder().withoutPadding().encodeToString(token), until);
    }

    /** Whose a token is that holds now. */
    Optional<Bearer> read(String token) {
        return signed(token).filter(bearer -> bearer.until().isAfter(wall.instant()));
    }

    /** The visitor of a token that may be over. */
    Optional<UUID> known(String token) {
        return signed(token).filter(bearer -> bearer.side() == ChatSide.CUSTOMER
                && bearer.until().plus(KNOWN).isAfter(wall.instant())).map(Bearer::id);
    }

    private Optional<Bearer> signed(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != BODY + SIGNED) {
                return Optional.empty();
            }
            var body = Arrays.copyOf(bytes, BODY);
            if (!MessageDigest.isEqual(sign(body), Arrays.copyOfRange(bytes, BODY, bytes.length))) {
                return Optional.empty();
            }
            var read = ByteBuffer.wrap(body);
            var side = read.get() == letter(ChatSide.AGENT) ? ChatSide.AGENT : ChatSide.CUSTOMER;
            return Optional.of(new Bearer(side, new UUID(read.getLong(), read.getLong()),
                    Instant.ofEpochSecond(read.getLong())));
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
