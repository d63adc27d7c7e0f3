package io.waypost.app.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a longer list.
 *
 * @param nextCursor where the next page begins, null at the end
 * @param total how many there are in all, null where counting would cost more than it tells
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, @Nullable Long total) {

    /** The most rows one page may hold. */
    public static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** How many rows to give when {@code asked} were asked for. */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? 50 : Math.clamp(asked, 1, MOST);
    }
}
