package io.waypost.app.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param title the subject of a mail, the headline of a push, the type of an event; null for a short message
 * @param text the text; the JSON of an event
 * @param html a mail's other form; null where there is none
 * @param data what a push brings along
 * @param attached a file that goes with a mail; null where there is none
 */
public record MessageBody(@Nullable String title, String text, @Nullable String html, Map<String, String> data,
        @Nullable Attached attached) {

    /** The most bytes an event may have. */
    public static final int MOST_EVENT_BYTES = 20 * 1024;

    public MessageBody {
        data = Map.copyOf(data);
    }

    /** One with which no file goes. */
    public MessageBody(@Nullable String title, String text, @Nullable String html, Map<String, String> data) {
        this(title, text, html, data, null);
    }

    static MessageBody event(String type, String json) {
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_EVENT_BYTES) {
            throw new IllegalArgumentException(
                    "The event %s has %d bytes; %d are the most.%nMaybe tell the id and let the "
                            .formatted(type, bytes, MOST_EVENT_BYTES) + "partner ask for the rest.");
        }
        return new MessageBody(type, json, null, Map.of());
    }

    /** Says nothing of what is in it: bodies are not for logs. */
    @Override
    public String toString() {
        return "MessageBody[%d characters]".formatted(text.length());
    }
}
