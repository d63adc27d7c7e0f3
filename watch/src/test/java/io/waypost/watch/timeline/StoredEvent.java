package io.waypost.watch.timeline;

import org.jspecify.annotations.Nullable;

/** A copy of an event, to compare. */
record StoredEvent(
        long waybillKey, int scanSecond, int lagSeconds, byte type, int site, int nextSite, int device, int operator,
        int source, byte flags, long eventHash, @Nullable EventDetail detail) {

    static StoredEvent of(TimelineEvent event) {
        return new StoredEvent(event.waybillKey, event.scanSecond, event.lagSeconds, event.type, event.site,
                event.nextSite, event.device, event.operator, event.source, event.flags, event.eventHash,
                event.detail);
    }

    void fill(TimelineEvent event) {
        event.waybillKey = waybillKey;
        event.scanSecond = scanSecond;
        event.lagSeconds = lagSeconds;
        event.type = type;
        event.site = site;
        event.nextSite = nextSite;
        event.device = device;
        event.operator = operator;
        event.source = source;
        event.flags = flags;
        event.eventHash = eventHash;
        event.detail = detail;
    }
}
