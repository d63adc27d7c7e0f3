package io.waypost.watch.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Gathers items of one kind after the other and writes full chunks. */
final class ChunkWriter {

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = Chunk.buffer();
    private int number;
    private int kind;
    private int items;

    ChunkWriter(WritableByteChannel channel) {
        this.channel = channel;
        buffer.position(Chunk.HEAD);
    }

    void header(SnapshotHeader header) throws IOException {
        buffer.clear();
        header.encode(buffer);
        write();
    }

    /** The buffer to put one item of at most so many bytes into. */
    ByteBuffer item(int itemKind, int bytes) throws IOException {
        if (items > 0 && (itemKind != kind || buffer.position() + bytes > Chunk.HEAD + Chunk.MOST_CONTENT)) {
            flush();
        }
        kind = itemKind;
        items++;
        return buffer;
    }

    /** Writes what is left and the mark of the end. */
    void end() throws IOException {
        if (items > 0) {
            flush();
        }
        kind = Chunk.END;
        flush();
    }

    private void flush() throws IOException {
        int bytes = buffer.position();
        buffer.putInt(0, number++).putInt(4, kind).putInt(8, items).putInt(12, bytes - Chunk.HEAD);
        buffer.putInt(Chunk.checksum(buffer, bytes));
        write();
        items = 0;
    }

    private void write() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear().position(Chunk.HEAD);
    }
}
