package io.waypost.app.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A cell of an export (单元格). */
public sealed interface Cell {

    /** Nothing. */
    Cell EMPTY = new Text("");

    /** Words, a code, a number that nobody calculates with. */
    record Text(String text) implements Cell {}

    /** A number to calculate with. */
    record Count(long number) implements Cell {}

    /** An instant, shown in Beijing time. */
    record At(Instant at) implements Cell {}

    static Cell text(@Nullable String text) {
        return text == null ? EMPTY : new Text(text);
    }

    static Cell at(@Nullable Instant at) {
        return at == null ? EMPTY : new At(at);
    }
}
