package io.waypost.watch.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One open file of a log. Not safe for threads. */
interface SegmentFile extends Closeable {

    /** Reads some bytes from the offset on; -1 at the end. */
    int read(ByteBuffer target, long offset) throws IOException;

    /** Writes some of the bytes, perhaps not all. {@link DiskFull} if there is no space. */
    int write(ByteBuffer source, long offset) throws IOException;

    /** Returns when everything written is on disk. */
    void force() throws IOException;

    /** Cuts the file to the size, and returns when that is on disk. */
    void cut(long size) throws IOException;

    /** Bytes in the file. */
    long size() throws IOException;

    /** Reads until the buffer is full or the file ends. */
    default void readFully(ByteBuffer target, long offset) throws IOException {
        long at = offset - target.position();
        int count = 0;
        while (target.hasRemaining() && count >= 0) {
            count = read(target, at + target.position());
        }
    }

    /** Writes all the bytes that remain. */
    default void writeFully(ByteBuffer source, long offset) throws IOException {
        long at = offset;
        while (source.hasRemaining()) {
            int count = write(source, at);
            if (count <= 0) {
                throw new IOException(
                        "A write of %d bytes at offset %d wrote nothing.".formatted(source.remaining(), at));
            }
            at += count;
        }
    }
}
