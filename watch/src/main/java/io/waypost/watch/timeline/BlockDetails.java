package io.waypost.watch.timeline;

import static io.waypost.watch.timeline.BlockFormat.*;

/** How what few scans have is written in a block. */
final class BlockDetails {

    private BlockDetails() {}

    static void write(ByteColumn to, EventDetail detail) {
        var bag = detail.bag();
        var note = detail.note();
        to.put((bag == null ? 0 : BAG) | (detail.weightGrams() == 0 ? 0 : WEIGHT) | (note == null ? 0 : NOTE)
                | (detail.scanMicros() == 0 ? 0 : MICROS));
        if (bag != null) {
            to.text(bag);
        }
        if (detail.weightGrams() != 0) {
            to.number(detail.weightGrams());
        }
        if (note != null) {
            to.text(note);
        }
        if (detail.scanMicros() != 0) {
            to.number(detail.scanMicros());
        }
    }

    static EventDetail read(ByteCursor from) {
        int has = from.take();
        var bag = (has & BAG) == 0 ? null : from.text();
        int weight = (has & WEIGHT) == 0 ? 0 : from.small();
        var note = (has & NOTE) == 0 ? null : from.text();
        int micros = (has & MICROS) == 0 ? 0 : from.small();
        return new EventDetail(bag, weight, note, micros);
    }

    static void skip(ByteCursor from) {
        int has = from.take();
        if ((has & BAG) != 0) {
            from.skip(from.small());
        }
        if ((has & WEIGHT) != 0) {
            from.number();
        }
        if ((has & NOTE) != 0) {
            from.skip(from.small());
        }
        if ((has & MICROS) != 0) {
            from.number();
        }
    }
}
