package io.waypost.watch.record;

import io.waypost.core.watch.ParcelAside;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** What few parcels have beside their rows, by key, as bytes and back. */
public final class AsideForm {

    private AsideForm() {}

    /** All of them; the same for the same, whatever the order of the map. */
    public static ByteBuffer write(Map<Long, ParcelAside> asides) {
        var out = new RecordWriter();
        out.all(asides.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList(), (to, entry) -> {
            var aside = entry.getValue();
            to.key(entry.getKey()).number(aside.warnedAt()).number(aside.ownEndsBy())
                    .all(aside.pauses(), RecordWriter::pause);
        });
        return out.frame();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UnreadableRecord if it is not that
     */
    public static Map<Long, ParcelAside> read(ByteBuffer bytes) {
        var in = new RecordReader(bytes);
        var asides = new HashMap<Long, ParcelAside>();
        in.all(from -> asides.put(from.key(),
                ParcelAside.of(from.number(), from.number(), from.all(RecordReader::pause))));
        in.end();
        return asides;
    }
}
