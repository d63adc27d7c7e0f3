package io.waypost.app.stream;

import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.core.anomaly.CourseScan;
import io.waypost.core.scan.Progress;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import io.waypost.core.scan.ScanType;
import io.waypost.watch.table.WaybillKey;
import io.waypost.watch.timeline.ScanCodes;
import io.waypost.watch.timeline.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scans of the stream on their way into the timelines: by their arrival, for that is how they are judged. Not safe for threads. */
final class PickedScans {

    private static final ScanRules RULES = new ScanRules(ScanPolicy.defaults());

    private final TreeMap<Instant, List<Scan>> byArrival = new TreeMap<>();

    /** Takes over what the event says; the event itself may be used again. */
    void add(TimelineEvent event, StreamWords words) {
        add(new Scan(
                WaybillKey.text(event.waybillKey),
                ScanCodes.type(event.type),
                Instant.ofEpochSecond(event.scanSecond),
                words.code(event.site),
                null,
                event.nextSite == 0 ? null : words.code(event.nextSite),
                named(words.device(event.device)),
                named(words.operator(event.operator)),
                null, null, null, null), Instant.ofEpochSecond(event.arrivalSecond()));
    }

    void add(Scan scan, Instant arrival) {
        byArrival.computeIfAbsent(arrival, _ -> new ArrayList<>()).add(scan);
    }

    boolean isEmpty() {
        return byArrival.isEmpty();
    }

    /** Whether anything arrived then or later. */
    boolean reaches(Instant instant) {
        return !isEmpty() && !byArrival.lastKey().isBefore(instant);
    }

    /** The same as the rules of anomalies look at it: by the times that count, without what came so late that its clock is not believed. */
    List<CourseScan> course() {
        var course = new ArrayList<CourseScan>();
        var progress = Progress.NONE;
        for (var arrived : byArrival.entrySet()) {
            for (var scan : arrived.getValue()) {
                var last = progress.last();
                var at = RULES.effectiveAt(scan, arrived.getKey(), last);
                if (!RULES.flags(scan, arrived.getKey(), last).contains(ScanFlag.HISTORIC)) {
                    course.add(new CourseScan(scan.type(), at, scan.site(), scan.nextSite()));
                }
                progress = progress.with(scan.type(), at, scan.site());
            }
        }
        return course;
    }

    /** The same as they would stand in the timelines, in the order of their arrival; what was sent twice is there once. */
    List<TimelineScan> timeline() {
        var timeline = new ArrayList<TimelineScan>();
        var seen = new HashSet<Same>();
        var progress = Progress.NONE;
        for (var arrived : byArrival.entrySet()) {
            var arrival = arrived.getKey();
            for (var scan : arrived.getValue()) {
                if (seen.add(new Same(scan.type(), scan.scannedAt(), scan.site()))) {
                    var last = progress.last();
                    var at = RULES.effectiveAt(scan, arrival, last);
                    timeline.add(new TimelineScan(new UUID(arrival.getEpochSecond(), timeline.size()), scan.type(),
                            scan.scannedAt(), at, arrival, scan.site(), scan.nextSite(), scan.device(),
                            scan.operator(), scan.bag(), scan.weightGrams(), scan.remark(),
                            RULES.flags(scan, arrival, last), ScanIntake.STREAM));
                    progress = progress.with(scan.type(), at, scan.site());
                }
            }
        }
        return timeline;
    }

    /** By which the timelines know that a scan is one that they have. */
    private record Same(ScanType type, Instant scannedAt, String site) {}

    /** Has them taken; one that is there already is passed over. */
    void into(ScanIntake intake) {
        byArrival.forEach((arrival, scans) -> intake.take(scans, ScanIntake.STREAM, arrival));
    }

    private static @Nullable String named(String name) {
        return name.isEmpty() ? null : name;
    }
}
