package io.waypost.watch.timeline;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An immutable file of events, sorted by parcel, in compressed columns. A query reads one block of 64 parcels. What is damaged is
 * refused with the file and the place; nothing of it is handed out. Thread-safe; after {@link #close} it must not be used.
 */
public final class Segment implements AutoCloseable {

    private final String name;
    private final Storage.Content content;
    private final SegmentFooter footer;
    private final SegmentIndex index;
    private final LongAdder blocksRead = new LongAdder();
    private volatile @Nullable Dictionary dictionary;

    private Segment(String name, Storage.Content content) throws DamagedFileException {
        this.name = name;
        this.content = content;
        footer = SegmentFooter.read(name, content.bytes());
        index = new SegmentIndex(name, content.bytes(), footer);
    }

    /** Opens a file; reads its footer and the top of its index. */
    public static Segment open(Storage storage, String name) throws IOException {
        var content = storage.open(name);
        try {
            return new Segment(name, content);
        } catch (DamagedFileException | RuntimeException failed) {
            content.close();
            throw failed;
        }
    }

    /** The name of its file. */
    public String name() {
        return name;
    }

    /** How many parcels it has events of. */
    public long parcels() {
        return footer.parcels();
    }

    /** How many events it has. */
    public long events() {
        return footer.events();
    }

    /** The earliest arrival in it, in seconds since 1970. */
    public int minArrival() {
        return footer.minArrival();
    }

    /** The latest arrival in it, in seconds since 1970. */
    public int maxArrival() {
        return footer.maxArrival();
    }

    /** How long the file is, in bytes. */
    public long bytes() {
        return content.bytes().byteSize();
    }

    /** Bytes of memory that its index takes, roughly. */
    public long indexMemory() {
        return index.memory();
    }

    /** How many blocks were read since it was opened. */
    public long blocksRead() {
        return blocksRead.sum();
    }

    /** Whether the key lies between its lowest and its highest. */
    public boolean covers(long key) {
        return Long.compareUnsigned(key, footer.firstKey()) >= 0 && Long.compareUnsigned(key, footer.lastKey()) <= 0;
    }

    /** Tells the events of a parcel in the order of their arrival. */
    public void timeline(long key, EventSink sink) throws IOException {
        if (!covers(key)) {
            return;
        }
        try (var reader = SegmentReader.lend()) {
            index.read(index.page(key), reader.page);
            load(reader, reader.page.block(key));
            int parcel = reader.block.find(key);
            if (parcel >= 0) {
                tell(read(reader, parcel), reader.event, sink);
            }
        }
    }

    /** The events of one parcel of the loaded block. */
    private EventBatch read(SegmentReader reader, int parcel) throws IOException {
        var codes = dictionary();
        try {
            reader.block.unpack();
            for (int i = 0; i < parcel; i++) {
                reader.block.skipParcel();
            }
            return reader.block.parcel(reader.block.key(parcel), codes);
        } catch (IndexOutOfBoundsException | ZstdException _) {
            throw unreadable();
        }
    }

    private static void tell(EventBatch events, TimelineEvent carrier, EventSink sink) {
        for (int row = 0; row < events.size(); row++) {
            events.read(row, carrier);
            sink.accept(carrier);
        }
    }

    /** Tells all events, parcel by parcel in the order of their keys; every byte of the file is checked on the way. */
    public void each(EventSink sink) throws IOException {
        try (var cursor = new SegmentCursor(this)) {
            while (cursor.next()) {
                tell(cursor.events(), cursor.carrier(), sink);
            }
        }
    }

    SegmentIndex index() {
        return index;
    }

    int pages() {
        return (int) footer.pages();
    }

    /** Loads a block of the page that the reader has. */
    void load(SegmentReader reader, int block) throws DamagedFileException {
        long from = reader.page.offset(block);
        long size = reader.page.offset(block + 1) - from;
        blocksRead.increment();
        try {
            if (reader.block.load(content.bytes(), from, (int) size, reader.page.firstKey(block))) {
                return;
            }
        } catch (IndexOutOfBoundsException _) {
            // A sum that fits by chance, or a wrong writer; said below.
        }
        throw new DamagedFileException(name, from, "a block is wrong");
    }

    DamagedFileException unreadable() {
        return new DamagedFileException(name, SegmentFooter.MAGIC_SIZE, "a block cannot be read");
    }

    /** The dictionary, read when it is first needed: most old segments are never asked. */
    Dictionary dictionary() throws DamagedFileException {
        var known = dictionary;
        if (known == null) {
            known = readDictionary();
            dictionary = known;
        }
        return known;
    }

    private Dictionary readDictionary() throws DamagedFileException {
        MemorySegment file = content.bytes();
        long at = footer.dictionaryOffset();
        byte[] packed = file.asSlice(at, file.byteSize() - SegmentFooter.SIZE - at).toArray(ValueLayout.JAVA_BYTE);
        var crc = new CRC32C();
        crc.update(packed, 0, packed.length);
        if ((int) crc.getValue() != footer.dictionarySum()) {
            throw new DamagedFileException(name, at, "its dictionary is wrong");
        }
        return new Dictionary(Zstd.decompress(packed, footer.dictionaryLength()));
    }

    @Override
    public void close() {
        content.close();
    }
}
