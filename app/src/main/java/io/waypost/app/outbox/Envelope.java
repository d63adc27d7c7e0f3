package io.waypost.app.outbox;

import io.waypost.app.kernel.PersonalData;
import io.waypost.core.outbox.Channel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals recipients and bodies, and opens them again. */
@Component
class Envelope {

    // The name under which the first messages were sealed, before the outbox belonged to all features.
    private static final String RECIPIENT = "notice.outbox.recipient";
    private static final String BODY = "outbox.message.body";
    private static final byte NOT_SEALED = 0;

    private final PersonalData personalData;
    private final JsonMapper json;

    Envelope(PersonalData personalData, JsonMapper json) {
        this.personalData = personalData;
        this.json = json;
    }

    byte[] sealRecipient(OutgoingMessage message) {
        return Objects.requireNonNull(personalData.seal(RECIPIENT, message.to()));
    }

    String openRecipient(byte[] sealed) {
        return Objects.requireNonNull(personalData.open(RECIPIENT, sealed));
    }

    byte @Nullable [] index(OutgoingMessage message) {
        return index(message.channel(), message.to());
    }

    byte @Nullable [] index(Channel channel, String to) {
        return Recipients.index(personalData, channel, to);
    }

    byte[] sealBody(MessageBody body) {
        return Objects.requireNonNull(personalData.seal(BODY, json.writeValueAsString(body)));
    }

    MessageBody openBody(byte[] sealed) {
        if (sealed[0] == NOT_SEALED) {
            var text = new String(sealed, 1, sealed.length - 1, StandardCharsets.UTF_8);
            return new MessageBody(null, json.readTree(text).path("text").asString(), null, Map.of());
        }
        return json.readValue(Objects.requireNonNull(personalData.open(BODY, sealed)), MessageBody.class);
    }
}
