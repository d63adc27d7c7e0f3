package io.waypost.cluster.topic;

import io.waypost.watch.record.Records;
import io.waypost.watch.record.WatchRecord;
import io.waypost.watch.record.WatchRecord.LaneNamed;
import io.waypost.watch.record.WatchRecord.LimitsAdded;
import io.waypost.watch.record.WatchRecord.SiteCloses;
import io.waypost.watch.record.WatchRecord.SiteDescribed;
import io.waypost.watch.record.WatchRecord.SitesDescribed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What concerns all parcels, as the compacted topic tells it: the newest record of each key counts. It is for those who write the log or
 * show it; what is found follows from the log alone. Not safe for threads.
 */
public final class BookTopic {

    private final Map<String, WatchRecord> newest = new LinkedHashMap<>();

    /** What the topic keeps of a record: for each site an entry of its own, since each is replaced by itself. */
    static List<? extends WatchRecord> entries(WatchRecord told) {
        return told instanceof SitesDescribed all ? all.each() : List.of(told);
    }

    /** The key under which the topic keeps an entry. */
    static byte[] key(WatchRecord told) {
        return name(told).getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the next record of the topic. */
    public WatchRecord take(ConsumerRecord<byte[], byte[]> next) {
        var told = Records.read(ByteBuffer.wrap(next.value()));
        newest.remove(name(told));
        newest.put(name(told), told);
        return told;
    }

    /** All of it in an order in which a book learns it: numbers rise, versions of limits are as they were told. */
    List<WatchRecord> records() {
        var records = new ArrayList<>(newest.values());
        records.sort(Comparator.comparingInt(BookTopic::rank).thenComparingInt(BookTopic::number));
        return records;
    }

    private static int rank(WatchRecord told) {
        return switch (told) {
            case SiteDescribed _ -> 0;
            case LaneNamed _ -> 1;
            case LimitsAdded _ -> 2;
            default -> 3;
        };
    }

    private static int number(WatchRecord told) {
        return switch (told) {
            case SiteDescribed(var number, _) -> number;
            case LaneNamed(var number, _) -> number;
            default -> 0;
        };
    }

    private static String name(WatchRecord told) {
        return switch (told) {
            case SiteDescribed(var number, _) -> "site " + number;
            case LaneNamed(var number, _) -> "lane " + number;
            case LimitsAdded(var limits) -> "limits %d from %s".formatted(limits.version(), limits.effectiveFrom());
            case SiteCloses(var site, _) -> "closures " + site;
            default -> throw new IllegalArgumentException("%s concerns one parcel or none.".formatted(told));
        };
    }
}
