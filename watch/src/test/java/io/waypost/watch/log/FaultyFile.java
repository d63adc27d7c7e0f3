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

        record Write(int at, List<Byte> bytes) implements Change {}

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
        content = written(content, (int) offset, bytes);
        var boxed = new ArrayList<Byte>(bytes.length);
        for (byte one : bytes) {
            boxed.add(one);
        }
        unforced.add(new Change.Write((int) offset, boxed));
    }

    void cut(long size) {
        content = Arrays.copyOf(content, (int) Math.min(size, content.length));
        unforced.add(new Change.Cut((int) size));
    }

    void force() {
        forced = content.clone();
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
                case Change.Write(var at, var bytes) -> partly(disk, at, bytes, kept, random);
                case Change.Cut(var size) ->
                    random.nextDouble() < kept && size < disk.length ? Arrays.copyOf(disk, size) : disk;
            };
        }
        // Some file systems have the new size on disk before the new bytes.
        return new FaultyFile(
                random.nextInt(4) == 0 && disk.length < content.length ? Arrays.copyOf(disk, content.length) : disk);
    }

    private static byte[] partly(byte[] disk, int at, List<Byte> bytes, double kept, Random random) {
        var result = disk;
        for (int from = 0; from < bytes.size();) {
            int to = Math.min(bytes.size(), from + SECTOR - (at + from) % SECTOR);
            if (random.nextDouble() < kept) {
                int torn = random.nextInt(8) == 0 ? from + random.nextInt(to - from + 1) : to;
                var piece = new byte[torn - from];
                for (int i = 0; i < piece.length; i++) {
                    piece[i] = bytes.get(from + i);
                }
                result = written(result, at + from, piece);
            }
            from = to;
        }
        return result;
    }

    private static byte[] written(byte[] old, int at, byte[] bytes) {
        var result = Arrays.copyOf(old, Math.max(old.length, at + bytes.length));
        System.arraycopy(bytes, 0, result, at, bytes.length);
        return result;
    }

    /** A failure that is not a full disk. */
    static IOException error(String what) {
        return new IOException("Input/output error: " + what);
    }
}
