package io.waypost.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An appeal (申诉) as lists show it, as far as a partner needs it. */
public record Appeal(String id, String state, String category, Instant receivedAt, int version) {

    /** A page of appeals; {@code nextCursor} is absent on the last one. */
    public record Page(List<Appeal> items, @Nullable String nextCursor) {

        public Page {
            items = List.copyOf(items);
        }
    }
}
