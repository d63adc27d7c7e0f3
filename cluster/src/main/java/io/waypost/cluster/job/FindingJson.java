package io.waypost.cluster.job;

import io.waypost.cluster.text.Json;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.host.Book;
import io.waypost.watch.host.WatchFinding;
import io.waypost.watch.table.WaybillKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding as others read it, numbers turned into codes. The same finding has the same bytes however often it is found: its id names the
 * parcel, the kind and the logical second.
 */
final class FindingJson {

    private FindingJson() {}

    static String id(WatchFinding finding) {
        return "%d.%s.%d".formatted(finding.key(), kind(finding), finding.at());
    }

    static byte[] of(WatchFinding finding, Book book) {
        var lane = book.lanes().lane(finding.lane());
        var laneClass = lane.laneClass();
        return new Json()
                .text("id", id(finding))
                .text("kind", kind(finding))
                .text("key", Long.toString(finding.key()))
                .text("waybill", WaybillKey.packed(finding.key()) ? WaybillKey.text(finding.key()) : null)
                .text("at", second(finding.at()))
                .text("silentSince", second(finding.since()))
                .number("limitVersion", finding.limitVersion())
                .text("lastScan", ScanType.ofCode(finding.type()).name())
                .text("stage", Stage.ofCode(finding.stage()).name())
                .text("site", site(finding.site(), book))
                .text("nextSite", site(finding.nextSite(), book))
                .text("laneClass", laneClass == null ? null : laneClass.name())
                .text("fromDivision", lane.fromDivision())
                .text("toDivision", lane.toDivision())
                .end().getBytes(StandardCharsets.UTF_8);
    }

    private static String kind(WatchFinding finding) {
        var cause = finding.cleared();
        return cause == null ? finding.kind().name() : "CLEARED_" + cause.name();
    }

    private static String second(int second) {
        return Instant.ofEpochSecond(second).toString();
    }

    private static @Nullable String site(int number, Book book) {
        return number == SiteIndex.NONE ? null : book.sites().site(number).code();
    }
}
