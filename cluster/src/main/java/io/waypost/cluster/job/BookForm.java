package io.waypost.cluster.job;

import io.waypost.watch.host.Book;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.WatchRecord;
import java.nio.ByteBuffer;

/** The book of a partition as bytes: the partition (4), how many records (4), and of each its length (4) and its frame. */
final class BookForm {

    private BookForm() {}

    static byte[] write(int partition, Book book) {
        var frames = book.records().stream().map(Records::write).toList();
        var bytes = ByteBuffer
                .allocate(
                        2 * Integer.BYTES + frames.stream().mapToInt(frame -> Integer.BYTES + frame.remaining()).sum());
        bytes.putInt(partition).putInt(frames.size());
        frames.forEach(frame -> bytes.putInt(frame.remaining()).put(frame));
        return bytes.array();
    }

    static int partition(byte[] form) {
        return ByteBuffer.wrap(form).getInt();
    }

    static Book read(byte[] form) {
        var bytes = ByteBuffer.wrap(form);
        bytes.getInt();
        var book = new Book();
        int count = bytes.getInt();
        for (int i = 0; i < count; i++) {
            int length = bytes.getInt();
            WatchRecord told = Records.read(bytes.slice(bytes.position(), length));
            book.learn(told);
            bytes.position(bytes.position() + length);
        }
        return book;
    }
}
