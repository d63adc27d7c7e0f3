package io.waypost.core.delay;

import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.HashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A model as bytes to keep (模型存档): zipped, each cell with its curve as steps down of 1/65535, of which most are small. What is read back
 * differs from what was written by less than 1/100000.
 */
public final class DelayFile {

    /** The first that knows cells of outlets; the one before is still read. */
    private static final int FORMAT = 2;
    private static final int WHOLE = 65_535;
    private static final int ANY = -1;

    private DelayFile() {}

    /** Writes the cells of a model; neither its number nor its time. */
    public static byte[] write(DelayModel model) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeShort(FORMAT);
            out.writeShort(TimeAxis.SIZE);
            out.writeInt(model.cells().size());
            for (var cell : model.cells().entrySet()) {
                write(out, cell.getKey());
                write(out, cell.getValue());
            }
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads cells as a model of that number.
     *
     * @throws IllegalArgumentException if the bytes are of another format
     * @throws UncheckedIOException if they are torn
     */
    public static DelayModel read(int version, Instant effectiveFrom, byte[] bytes) {
        var cells = new HashMap<DelayKey, RemainingCurve>();
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            int format = in.readUnsignedShort();
            int size = in.readUnsignedShort();
            if (format < 1 || format > FORMAT || size != TimeAxis.SIZE) {
                throw new IllegalArgumentException(
                        "Format %d with %d buckets is not %d with %d.".formatted(format, size, FORMAT, TimeAxis.SIZE));
            }
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                var key = key(in, format);
                cells.put(key, curve(in));
            }
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
        return new DelayModel(version, effectiveFrom, cells);
    }

    private static void write(DataOutputStream out, DelayKey key) throws IOException {
        out.writeUTF(key.stage().name());
        out.writeShort(key.silentHours());
        out.writeUTF(key.laneClass() == null ? "" : key.laneClass().name());
        out.writeByte(key.part() == null ? ANY : key.part());
        out.writeByte(key.weekday() == null ? ANY : key.weekday().getValue());
        out.writeUTF(key.fromDivision() == null ? "" : key.fromDivision());
        out.writeUTF(key.toDivision() == null ? "" : key.toDivision());
        out.writeUTF(key.site() == null ? "" : key.site());
    }

    private static DelayKey key(DataInputStream in, int format) throws IOException {
        var stage = Stage.valueOf(in.readUTF());
        int silent = in.readShort();
        var lane = text(in);
        int part = in.readByte();
        int weekday = in.readByte();
        return new DelayKey(stage, silent, lane == null ? null : LaneClass.valueOf(lane), part == ANY ? null : part,
                weekday == ANY ? null : DayOfWeek.of(weekday), text(in), text(in), format < 2 ? null : text(in));
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        var text = in.readUTF();
        return text.isEmpty() ? null : text;
    }

    private static void write(DataOutputStream out, RemainingCurve curve) throws IOException {
        out.writeInt(curve.cases());
        int before = WHOLE;
        for (float share : curve.shares()) {
            int now = Math.round(share * WHOLE);
            out.writeShort(before - now);
            before = now;
        }
    }

    private static RemainingCurve curve(DataInputStream in) throws IOException {
        int cases = in.readInt();
        var left = new float[TimeAxis.SIZE];
        int now = WHOLE;
        for (int i = 0; i < left.length; i++) {
            now -= in.readUnsignedShort();
            left[i] = now / (float) WHOLE;
        }
        return RemainingCurve.of(cases, left);
    }
}
