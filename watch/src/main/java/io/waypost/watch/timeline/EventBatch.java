package io.waypost.watch.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Events in memory, one array a column, in the order in which they arrived. It grows as needed and may be cleared and filled again.
 * Not thread-safe.
 */
public final class EventBatch {

    long[] waybillKey;
    int[] scanSecond;
    int[] lagSeconds;
    byte[] type;
    int[] site;
    int[] nextSite;
    int[] device;
    int[] operator;
    int[] source;
    byte[] flags;
    long[] eventHash;
    @Nullable
    EventDetail @Nullable [] detail;
    private int size;

    /** An empty batch with room for so many events. */
    public EventBatch(int capacity) {
        int room = Math.max(capacity, 1);
        waybillKey = new long[room];
        scanSecond = new int[room];
        lagSeconds = new int[room];
        type = new byte[room];
        site = new int[room];
        nextSite = new int[room];
        device = new int[room];
        operator = new int[room];
        source = new int[room];
        flags = new byte[room];
        eventHash = new long[room];
    }

    /** How many events it has. */
    public int size() {
        return size;
    }

    /** Copies an event to the end. */
    public void add(TimelineEvent event) {
        int row = size;
        if (row == waybillKey.length) {
            grow(row + (row >> 1) + 16);
        }
        waybillKey[row] = event.waybillKey;
        scanSecond[row] = event.scanSecond;
        lagSeconds[row] = event.lagSeconds;
        type[row] = event.type;
        site[row] = event.site;
        nextSite[row] = event.nextSite;
        device[row] = event.device;
        operator[row] = event.operator;
        source[row] = event.source;
        flags[row] = event.flags;
        eventHash[row] = event.eventHash;
        keep(row, event.detail);
        size = row + 1;
    }

    private void keep(int row, @Nullable EventDetail told) {
        var details = detail;
        if (told != null && details == null) {
            details = new EventDetail[waybillKey.length];
            detail = details;
        }
        if (details != null) {
            details[row] = told;
        }
    }

    /** Fills the carrier with the event of a row, counted from 0. */
    public void read(int row, TimelineEvent event) {
        event.waybillKey = waybillKey[row];
        event.scanSecond = scanSecond[row];
        event.lagSeconds = lagSeconds[row];
        event.type = type[row];
        event.site = site[row];
        event.nextSite = nextSite[row];
        event.device = device[row];
        event.operator = operator[row];
        event.source = source[row];
        event.flags = flags[row];
        event.eventHash = eventHash[row];
        var details = detail;
        event.detail = details == null ? null : details[row];
    }

    /** Forgets all events and keeps the room. */
    public void clear() {
        size = 0;
        detail = null;
    }

    /** The rows in the order of their waybill keys, those of one parcel in the order of their arrival. */
    public int[] order() {
        return KeyOrder.of(Arrays.copyOf(waybillKey, size));
    }

    private void grow(int room) {
        waybillKey = Arrays.copyOf(waybillKey, room);
        scanSecond = Arrays.copyOf(scanSecond, room);
        lagSeconds = Arrays.copyOf(lagSeconds, room);
        type = Arrays.copyOf(type, room);
        site = Arrays.copyOf(site, room);
        nextSite = Arrays.copyOf(nextSite, room);
        device = Arrays.copyOf(device, room);
        operator = Arrays.copyOf(operator, room);
        source = Arrays.copyOf(source, room);
        flags = Arrays.copyOf(flags, room);
        eventHash = Arrays.copyOf(eventHash, room);
        var details = detail;
        detail = details == null ? null : Arrays.copyOf(details, room);
    }
}
