package io.waypost.app.email;

import io.waypost.app.kernel.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Our own Message-IDs: they name the conversation and the entry, signed (HMAC-SHA-256), so that nobody writes into another one's
 * conversation by guessing. Thread-safe.
 */
@Component
class SignedIds {

    private static final int SIGNED_BYTES = 16;
    private static final Pattern OURS = Pattern
            .compile(
                    "<t\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{1,18})\\.([0-9a-f]{32})@[^\\s<>@]{1,190}>");
    private static final int MOST = 200;

    private final SecretKeySpec key;

    SignedIds(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.bytes("email-ids.key"), "HmacSHA256");
    }

    /** An entry of ours that left as a mail of that id. */
    record Named(UUID conversation, long seq, String id) {}

    String give(UUID conversation, long seq, String domain) {
        return "<t.%s.%d.%s@%s>".formatted(conversation, seq, sign(conversation, seq), domain);
    }

    /** Those of our ids in the text that we gave ourselves, the last first; of very many only some. */
    List<Named> in(String text) {
        var found = new ArrayList<Named>();
        var matcher = OURS.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find() && found.size() < MOST) {
            var conversation = UUID.fromString(matcher.group(1));
            long seq = Long.parseLong(matcher.group(2));
            if (MessageDigest.isEqual(matcher.group(3).getBytes(StandardCharsets.US_ASCII),
                    sign(conversation, seq).getBytes(StandardCharsets.US_ASCII))) {
                found.add(new Named(conversation, seq, text.substring(matcher.start(), matcher.end())));
            }
        }
        return found.reversed();
    }

    /** What a mail answers, if it is one of ours: what it says it answers counts before what came earlier. */
    Optional<Named> answered(MimePart mail) {
        return in(mail.header("In-Reply-To")).stream().findFirst()
                .or(() -> in(References.tail(mail.header("References"))).stream().findFirst());
    }

    private String sign(UUID conversation, long seq) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var signed = mac.doFinal("%s.%d".formatted(conversation, seq).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(signed, SIGNED_BYTES));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java.", defect);
        }
    }
}
