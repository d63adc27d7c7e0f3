package io.waypost.watch.record;

import io.waypost.core.place.LaneClass;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.record.WatchRecord.Span;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes the parts of a record off, in the order in which {@link RecordWriter} put them. */
final class RecordReader {

    private final ByteBuffer in;

    RecordReader(ByteBuffer frame) {
        this.in = frame.duplicate().order(ByteOrder.BIG_ENDIAN);
    }

    int kind() {
        return read(in::get);
    }

    int number() {
        return read(in::getInt);
    }

    long key() {
        return read(in::getLong);
    }

    double decimal() {
        return read(in::getDouble);
    }

    boolean yes() {
        return read(in::get) != 0;
    }

    String text() {
        int length = number();
        if (length < 0 || length > in.remaining()) {
            throw new UnreadableRecord(
                    "A text of %d bytes does not fit into the %d left.".formatted(length, in.remaining()));
        }
        var encoded = new byte[length];
        in.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    <E extends Enum<E>> E name(Class<E> type) {
        var name = text();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableRecord("%s has no %s.".formatted(type.getSimpleName(), name), unknown);
        }
    }

    Instant instant() {
        long seconds = key();
        return Instant.ofEpochSecond(seconds, number());
    }

    <T> @Nullable T maybe(Function<RecordReader, T> read) {
        return yes() ? read.apply(this) : null;
    }

    <T> List<T> all(Function<RecordReader, T> read) {
        int count = number();
        if (count < 0 || count > in.remaining()) {
            throw new UnreadableRecord(
                    "%d parts do not fit into the %d bytes left.".formatted(count, in.remaining()));
        }
        var all = new ArrayList<T>(count);
        for (int i = 0; i < count; i++) {
            all.add(read.apply(this));
        }
        return all;
    }

    SiteIndex.Site site() {
        return new SiteIndex.Site(text(), yes(), maybe(RecordReader::text));
    }

    Lane lane() {
        return new Lane(maybe(from -> from.name(LaneClass.class)), maybe(RecordReader::text),
                maybe(RecordReader::text));
    }

    List<Span> spans() {
        return all(from -> new Span(from.number(), from.number()));
    }

    Pause pause() {
        return new Pause(text(), name(Pause.Reason.class), instant(), instant(), name(Pause.By.class));
    }

    Sender sender() {
        return new Sender(text(), key(), key(), key(), number());
    }

    void end() {
        if (in.hasRemaining()) {
            throw new UnreadableRecord("%d bytes follow the end of the record.".formatted(in.remaining()));
        }
    }

    private static <T> T read(Supplier<T> part) {
        try {
            return part.get();
        } catch (BufferUnderflowException tooShort) {
            throw new UnreadableRecord("The record ends too early.", tooShort);
        }
    }
}
