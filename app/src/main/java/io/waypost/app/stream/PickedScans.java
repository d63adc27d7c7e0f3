package io.waypost.app.stream;

import io.waypost.app.parcel.ScanIntake;
import io.waypost.core.scan.Scan;
import io.waypost.watch.table.WaybillKey;
import io.waypost.watch.timeline.ScanCodes;
import io.waypost.watch.timeline.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scans as the log has them, on their way into the timelines: by their arrival, for that is how they are judged. Not safe for threads. */
final class PickedScans {

    private final StreamWords words;
    private final TreeMap<Integer, List<Scan>> byArrival = new TreeMap<>();

    PickedScans(StreamWords words) {
        this.words = words;
    }

    /** Takes over what the event says; the event itself may be used again. */
    void add(TimelineEvent event) {
        byArrival.computeIfAbsent(event.arrivalSecond(), _ -> new ArrayList<>()).add(new Scan(
                WaybillKey.text(event.waybillKey),
                ScanCodes.type(event.type),
                Instant.ofEpochSecond(event.scanSecond),
                words.code(event.site),
                null,
                event.nextSite == 0 ? null : words.code(event.nextSite),
                named(words.device(event.device)),
                named(words.operator(event.operator)),
                null, null, null, null));
    }

    boolean isEmpty() {
        return byArrival.isEmpty();
    }

    /** Has them taken; one that is there already is passed over. */
    void into(ScanIntake intake) {
        byArrival.forEach((second, scans) -> intake.take(scans, ScanIntake.STREAM, Instant.ofEpochSecond(second)));
    }

    private static @Nullable String named(String name) {
        return name.isEmpty() ? null : name;
    }
}
