package io.waypost.watch.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A file in memory that knows which of its bytes were forced. */
final class FaultyFile {

    private sealed interface Change {

        record Write(int at, ByteBuffer bytes) implements Change {}

        record Cut(int size) implements Change {}
    }

    private static final int SECTOR = 512;

    private byte[] content;
    private byte[] forced;
    private final List<Change> unforced = new ArrayList<>();

    FaultyFile(byte[] content) {
        this.content = content.clone();
        this.forced = content.clone();
    }

    int size() {
        return content.length;
    }

    byte[] content() {
        return content.clone();
    }

    int read(ByteBuffer target, long offset) {
        int count = (int) Math.min(target.remaining(), content.length - offset);
        if (count <= 0) {
            return -1;
        }
        target.put(content, (int) offset, count);
        return count;
    }

    void write(byte[] bytes, long offset) {
        change(new Change.Write((int) offset, ByteBuffer.wrap(bytes)));
    }

    void cut(long size) {
        change(new Change.Cut((int) size));
    }

    private void change(Change change) {
        content = changed(content, change);
        unforced.add(change);
    }

    /** Brings what was written since the last force to the disk, and nothing else. */
    void force() {
        for (var change : unforced) {
            forced = changed(forced, change);
        }
        unforced.clear();
    }

    /** What a failed force leaves on Linux: the pages count as clean, but the disk does not have them. */
    void forgetUnforced() {
        unforced.clear();
    }

    /** Bytes beyond are in memory only, and count as clean. */
    void keepsOnDiskOnly(int size) {
        forced = Arrays.copyOf(content, size);
        unforced.clear();
    }

    void flip(int offset) {
        content[offset] ^= 0x10;
        forced = content.clone();
    }

    /** What is on disk after a power failure: what was forced, and of the rest any part, in any order, torn anywhere. */
    FaultyFile afterPowerLoss(Random random) {
        var disk = forced;
        double kept = List.of(0.0, 0.5, 0.9, 1.0).get(random.nextInt(4));
        for (var change : unforced) {
            disk = switch (change) {
                case Change.Write write -> partly(disk, write, kept, random);
                case Change.Cut cut -> random.nextDouble() < kept ? changed(disk, cut) : disk;
            };
        }
        // Some file systems have the new size on disk before the new bytes.
        boolean grown = random.nextInt(4) == 0 && disk.length < content.length;
        return new FaultyFile(grown ? Arrays.copyOf(disk, content.length) : disk);
    }

    private static byte[] partly(byte[] disk, Change.Write write, double kept, Random random) {
        var result = disk;
        int size = write.bytes.remaining();
        int to;
        for (int from = 0; from < size; from = to) {
            to = Math.min(size, from + SECTOR - (write.at + from) % SECTOR);
            if (random.nextDouble() < kept) {
                int torn = random.nextInt(8) == 0 ? random.nextInt(to - from + 1) : to - from;
                result = changed(result, new Change.Write(write.at + from, write.bytes.slice(from, torn)));
            }
        }
        return result;
    }

    private static byte[] changed(byte[] old, Change change) {
        return switch (change) {
            case Change.Cut(var size) -> Arrays.copyOf(old, Math.min(size, old.length));
            case Change.Write(var at, var bytes) -> {
                var result = Arrays.copyOf(old, Math.max(old.length, at + bytes.remaining()));
                bytes.get(bytes.position(), result, at, bytes.remaining());
                yield result;
            }
        };
    }

    /** A failure that is not a full disk. */
    static IOException error(String what) {
        return new IOException("Input/output error: " + what);
    }
}
