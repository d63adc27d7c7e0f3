package io.waypost.app.partner;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Secrets;
import io.waypost.app.partner.PartnerTicketStore.After;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Where a partner's list goes on: an opaque text that only we can make, good for that partner alone. */
@Component
class SignedCursor {

    private static final int PLACE = 24;
    private static final int MARK = 16;

    private final SecretKeySpec key;

    SignedCursor(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.bytes("open-api-cursor.key"), "HmacSHA256");
    }

    String of(UUID keyId, PartnerTicket last) {
        var place = ByteBuffer.allocate(PLACE)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, last.updatedAt()))
                .putLong(last.id().getMostSignificantBits())
                .putLong(last.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(
                ByteBuffer.allocate(PLACE + MARK).put(place).put(mark(keyId, place)).array());
    }

    /**
     * Reads it again; null for none.
     *
     * @throws Refusal where it is not one of ours for that partner
     */
    @Nullable
    After read(UUID keyId, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        var bytes = decode(text);
        if (bytes.length == PLACE + MARK) {
            var place = Arrays.copyOf(bytes, PLACE);
            if (MessageDigest.isEqual(mark(keyId, place), Arrays.copyOfRange(bytes, PLACE, bytes.length))) {
                var buffer = ByteBuffer.wrap(place);
                return new After(Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS),
                        new UUID(buffer.getLong(), buffer.getLong()));
            }
        }
        throw Refusal.of(HttpStatus.BAD_REQUEST, "BAD_CURSOR", "Use the next_cursor of the page before, unchanged.");
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private byte[] mark(UUID keyId, byte[] place) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(ByteBuffer.allocate(16).putLong(keyId.getMostSignificantBits())
                    .putLong(keyId.getLeastSignificantBits()).array());
            return Arrays.copyOf(mac.doFinal(place), MARK);
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java.", defect);
        }
    }
}
