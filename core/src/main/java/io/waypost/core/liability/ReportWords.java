package io.waypost.core.liability;

import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which scans report that something is wrong with what is in the parcel, by the words that outlets write. */
final class ReportWords {

    private static final List<String> DAMAGE = List.of("破损", "损毁", "损坏", "压坏", "摔坏", "变形", "湿损", "渗漏", "damage",
            "broken", "leak");
    private static final List<String> SHORTAGE = List.of("短少", "少件", "空包", "调包", "内件不符", "已拆封", "胶带重封", "shortage",
            "empty",
            "tamper");
    private static final Set<ScanType> REPORTS = EnumSet.of(ScanType.PROBLEM, ScanType.DETAINED, ScanType.REJECTED,
            ScanType.SIGN_FAILED, ScanType.ARRIVED, ScanType.UNBAGGED, ScanType.UNLOADED);

    private ReportWords() {}

    static boolean damage(Scan scan) {
        return says(scan, DAMAGE);
    }

    /** A broken box is a reason for something to be missing, too. */
    static boolean shortage(Scan scan) {
        return says(scan, SHORTAGE) || damage(scan);
    }

    private static boolean says(Scan scan, List<String> words) {
        var remark = scan.remark();
        if (remark == null || !REPORTS.contains(scan.type())) {
            return false;
        }
        var text = remark.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(text::contains);
    }
}
