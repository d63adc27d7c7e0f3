package io.waypost.watch.record;

import io.waypost.core.watch.Lane;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.record.WatchRecord.Span;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a rare record one after the other. Enums go by name: they may be reordered without harm. */
final class RecordWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Something that a stream of bytes in memory never refuses. */
    @FunctionalInterface
    private interface Step {

        void run() throws IOException;
    }

    ByteBuffer frame() {
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    RecordWriter kind(int kind) {
        return put(() -> out.writeByte(kind));
    }

    RecordWriter number(int number) {
        return put(() -> out.writeInt(number));
    }

    RecordWriter key(long key) {
        return put(() -> out.writeLong(key));
    }

    RecordWriter decimal(double value) {
        return put(() -> out.writeDouble(value));
    }

    RecordWriter yes(boolean value) {
        return put(() -> out.writeBoolean(value));
    }

    RecordWriter text(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        return put(() -> {
            out.writeInt(encoded.length);
            out.write(encoded);
        });
    }

    RecordWriter name(Enum<?> value) {
        return text(value.name());
    }

    RecordWriter instant(Instant instant) {
        return put(() -> {
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        });
    }

    /** Whether it is there, and then it. */
    <T> RecordWriter maybe(@Nullable T value, BiConsumer<RecordWriter, T> write) {
        yes(value != null);
        if (value != null) {
            write.accept(this, value);
        }
        return this;
    }

    <T> RecordWriter all(Collection<T> values, BiConsumer<RecordWriter, T> write) {
        number(values.size());
        values.forEach(value -> write.accept(this, value));
        return this;
    }

    RecordWriter site(SiteIndex.Site site) {
        return text(site.code()).yes(site.outlet()).maybe(site.division(), RecordWriter::text);
    }

    RecordWriter lane(Lane lane) {
        return maybe(lane.laneClass(), RecordWriter::name).maybe(lane.fromDivision(), RecordWriter::text)
                .maybe(lane.toDivision(), RecordWriter::text);
    }

    RecordWriter spans(List<Span> spans) {
        return all(spans, (to, span) -> to.number(span.from()).number(span.until()));
    }

    RecordWriter pause(Pause pause) {
        return text(pause.id()).name(pause.reason()).instant(pause.from()).instant(pause.until()).name(pause.by());
    }

    RecordWriter sender(Sender sender) {
        return text(sender.name()).key(sender.last()).key(sender.window()).key(sender.missing()).number(sender.at());
    }

    private RecordWriter put(Step step) {
        try {
            step.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }
}
