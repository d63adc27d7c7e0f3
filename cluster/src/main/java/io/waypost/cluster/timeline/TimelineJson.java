package io.waypost.cluster.timeline;

import io.waypost.cluster.text.Json;
import io.waypost.watch.timeline.ScanCodes;
import io.waypost.watch.timeline.TimelineEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A parcel's timeline as others read it, numbers turned into codes where there are any. */
final class TimelineJson {

    private TimelineJson() {}

    static String of(String waybill, long key, TimelineFollower follower) throws IOException {
        var scans = new StringJoiner(",", "[", "]");
        follower.timeline(key, event -> scans.add(scan(event, follower)));
        return new Json().text("waybill", waybill).raw("scans", scans.toString()).end();
    }

    private static String scan(TimelineEvent event, TimelineFollower follower) {
        var flags = new StringJoiner(",", "[", "]");
        ScanCodes.flags(event.flags).stream().sorted().forEach(flag -> flags.add('"' + flag.name() + '"'));
        return new Json()
                .text("type", ScanCodes.type(event.type).name())
                .text("at", Instant.ofEpochSecond(event.scanSecond).toString())
                .text("arrived", Instant.ofEpochSecond(event.arrivalSecond()).toString())
                .text("site", site(event.site, follower))
                .text("nextSite", site(event.nextSite, follower))
                .number("device", event.device)
                .number("operator", event.operator)
                .raw("flags", flags.toString())
                .end();
    }

    private static @Nullable String site(int number, TimelineFollower follower) {
        return number == 0 ? null : follower.site(number);
    }
}
