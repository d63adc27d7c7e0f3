package io.waypost.app.kernel;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An opaque place in a list: the sort values of the last row seen (keyset paging, so that rows never shift under a reader). */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String of(Object... values) {
        var parts = new ArrayList<String>();
        for (var value : values) {
            parts.add(value.toString());
        }
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The values of a cursor, an empty list for none.
     *
     * @throws Refusal if the text is not a cursor of that many values
     */
    public static List<String> read(@Nullable String cursor, int size) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        try {
            var parts = List
                    .of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (parts.size() == size) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal: the text did not come from us
        }
        throw unreadable(cursor);
    }

    /**
     * One value of a cursor, as what it stands for.
     *
     * @param read fails with an {@link IllegalArgumentException} or a {@link DateTimeException} where the value is none of that sort
     * @throws Refusal if it does: the cursor was changed on its way
     */
    public static <T> T value(String value, Function<String, T> read, @Nullable String cursor) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException | DateTimeException changed) {
            throw unreadable(cursor);
        }
    }

    private static Refusal unreadable(@Nullable String cursor) {
        return Refusal.invalid("cursor", cursor, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
    }
}
