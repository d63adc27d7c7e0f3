package io.waypost.watch.table;

import io.waypost.watch.table.RefusedSnapshot.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Reads chunk by chunk, each checked before anybody sees its content; never reads beyond the end of the snapshot. */
final class ChunkReader {

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = Chunk.buffer();
    private int number = -1;
    private int kind;
    private int items;
    private long position;

    ChunkReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    SnapshotHeader header() throws IOException {
        fill(0, SnapshotHeader.BYTES, "the header");
        return SnapshotHeader.decode(buffer.position(0));
    }

    /** Reads the next chunk; returns its content. */
    ByteBuffer next() throws IOException {
        number++;
        var name = "chunk %d at byte %d".formatted(number, position);
        fill(0, Chunk.HEAD, name);
        kind = buffer.getInt(4);
        items = buffer.getInt(8);
        int content = buffer.getInt(12);
        if (buffer.getInt(0) != number || content < 0 || content > Chunk.MOST_CONTENT) {
            throw new RefusedSnapshot(Reason.DAMAGED, "The head of %s is wrong.".formatted(name));
        }
        int end = Chunk.HEAD + content;
        fill(Chunk.HEAD, end + Chunk.TAIL, name);
        if (buffer.getInt(end) != Chunk.checksum(buffer, end)) {
            throw new RefusedSnapshot(Reason.DAMAGED, "The checksum of %s is wrong.".formatted(name));
        }
        return buffer.limit(end).position(Chunk.HEAD);
    }

    /** What the chunk holds, one of the kinds of {@link Chunk}. */
    int kind() {
        return kind;
    }

    int items() {
        return items;
    }

    /** That the checked content of the chunk makes no sense. */
    RefusedSnapshot inconsistent(String what) {
        return new RefusedSnapshot(Reason.INCONSISTENT,
                "Chunk %d, which ends at byte %d: %s".formatted(number, position, what));
    }

    private void fill(int from, int to, String name) throws IOException {
        buffer.limit(to).position(from);
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer);
            if (read < 0) {
                throw new RefusedSnapshot(Reason.TRUNCATED, "It ends at byte %d, within %s.".formatted(position, name));
            }
            position += read;
        }
    }
}
