package io.waypost.core.liability;

import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scans of one parcel, written down in the order of the journey; hours count from a day's 08:00 in Beijing. */
final class Scans {

    static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private final List<Scan> scans = new ArrayList<>();

    /** Codes that begin with H are hubs, with O outlets; others are nobody's. */
    static @Nullable UnitKind kind(String site) {
        return switch (site.charAt(0)) {
            case 'H' -> UnitKind.HUB;
            case 'O' -> UnitKind.OUTLET;
            default -> null;
        };
    }

    static Instant hour(double hour) {
        return START.plusSeconds((long) (hour * 3600));
    }

    Scans add(double hour, ScanType type, String site) {
        return add(hour, type, site, null, null, null, null);
    }

    Scans left(double hour, String site, @Nullable String next, @Nullable String bag) {
        return add(hour, ScanType.DEPARTED, site, next, bag, null, null);
    }

    Scans bag(double hour, ScanType type, String site, String bag) {
        return add(hour, type, site, null, bag, null, null);
    }

    Scans weighed(double hour, ScanType type, String site, int grams) {
        return add(hour, type, site, null, null, grams, null);
    }

    Scans said(double hour, ScanType type, String site, String remark) {
        return add(hour, type, site, null, null, null, remark);
    }

    Scans add(double hour, ScanType type, String site, @Nullable String next, @Nullable String bag,
            @Nullable Integer grams, @Nullable String remark) {
        scans.add(
                new Scan("YT8000000000001", type, hour(hour), site, null, next, null, null, bag, grams, remark, null));
        return this;
    }

    List<Scan> all() {
        return List.copyOf(scans);
    }

    /** From O1 by H1 and H2 to O2 in bags that were scanned at each place, up to the arrival at O2. */
    static Scans wholeWay() {
        return new Scans().weighed(0, ScanType.PICKED_UP, "O1", 1_000)
                .left(10, "O1", "H1", "B1")
                .bag(14, ScanType.UNLOADED, "H1", "B1").bag(14.5, ScanType.ARRIVED, "H1", "B1")
                .left(18, "H1", "H2", "B2")
                .bag(40, ScanType.UNLOADED, "H2", "B2").bag(41, ScanType.ARRIVED, "H2", "B2")
                .left(44, "H2", "O2", "B3")
                .bag(47, ScanType.UNLOADED, "O2", "B3").bag(47.5, ScanType.ARRIVED, "O2", "B3");
    }

    /** The same, cut off before that many hours. */
    static Scans until(double hour) {
        var cut = new Scans();
        wholeWay().scans.stream().filter(scan -> scan.scannedAt().isBefore(hour(hour))).forEach(cut.scans::add);
        return cut;
    }
}
