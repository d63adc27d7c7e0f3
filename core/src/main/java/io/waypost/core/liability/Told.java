package io.waypost.core.liability;

import io.waypost.core.scan.Scan;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How scans and times are told to people: in Beijing time, the place by its code. */
final class Told {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private Told() {}

    static String chinese(Scan scan) {
        return "%s %s %s".formatted(CHINESE.format(scan.scannedAt().atZone(BEIJING)), scan.site(),
                scan.type().chinese());
    }

    static String english(Scan scan) {
        return "%s at %s, %s".formatted(scan.type(), scan.site(), ENGLISH.format(scan.scannedAt().atZone(BEIJING)));
    }

    static String chinese(Instant at) {
        return CHINESE.format(at.atZone(BEIJING));
    }

    static String english(Instant at) {
        return ENGLISH.format(at.atZone(BEIJING));
    }
}
