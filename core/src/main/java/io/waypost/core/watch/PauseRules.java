package io.waypost.core.watch;

import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.Pause.Reason;
import io.waypost.core.watch.Pause.Rule;
import java.util.Map;

/** Which scans let a parcel rest, for what reason and how long. */
public record PauseRules(Map<ScanType, Rule> byType) {

    public PauseRules {
        byType = Map.copyOf(byType);
    }

    /** What a new installation starts with: free storage at a station is three to seven days. */
    public static PauseRules defaults() {
        return new PauseRules(Map.of(
                ScanType.STATION_IN, new Rule(Reason.STATION, 168),
                ScanType.CUSTOMS_PENDING, new Rule(Reason.CUSTOMS, 120),
                ScanType.CUSTOMS_IN, new Rule(Reason.CUSTOMS, 120),
                ScanType.CUSTOMS_FAILED, new Rule(Reason.CUSTOMS, 168),
                ScanType.SIGN_FAILED, new Rule(Reason.REDELIVERY_AGREED, 24),
                ScanType.PROBLEM, new Rule(Reason.PROBLEM_WAITING, 120),
                ScanType.DETAINED, new Rule(Reason.PROBLEM_WAITING, 24),
                ScanType.REJECTED, new Rule(Reason.PROBLEM_WAITING, 48),
                ScanType.INTERCEPTED, new Rule(Reason.INTERCEPT, 72),
                ScanType.FORWARDED, new Rule(Reason.INTERCEPT, 24)));
    }
}
