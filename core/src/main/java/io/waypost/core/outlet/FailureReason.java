package io.waypost.core.outlet;

import io.waypost.core.scan.ScanType;
import org.jspecify.annotations.Nullable;

/** Why a delivery attempt failed (派送失败原因), as far as the courier's words tell. */
public enum FailureReason {
    /** Nobody was there (无人在家). */
    NOBODY_THERE,
    /** The telephone was not answered, or is wrong (电话). */
    TELEPHONE,
    /** The address is wrong or not clear (地址). */
    ADDRESS,
    /** The courier could not get in (门禁). */
    ACCESS,
    /** Beyond the area that is delivered to (超区). */
    OUT_OF_AREA,
    /** The receiver wants it another time or fetches it (改约、自提). */
    ANOTHER_TIME,
    /** Not accepted (拒收). */
    REFUSED,
    /** Something else, or nothing was said. */
    OTHER;

    /** The reason of a scan that says an attempt failed. */
    public static FailureReason of(ScanType type, @Nullable String remark) {
        if (type == ScanType.REJECTED) {
            return REFUSED;
        }
        if (remark == null) {
            return OTHER;
        }
        if (says(remark, "电话", "接听", "联系不上", "空号", "关机")) {
            return TELEPHONE;
        }
        if (says(remark, "超区", "超派送范围")) {
            return OUT_OF_AREA;
        }
        if (says(remark, "地址")) {
            return ADDRESS;
        }
        if (says(remark, "门禁", "无法进入", "封控")) {
            return ACCESS;
        }
        if (says(remark, "改约", "自提", "改期", "延迟派送")) {
            return ANOTHER_TIME;
        }
        return says(remark, "无人", "不在家") ? NOBODY_THERE : OTHER;
    }

    private static boolean says(String remark, String... words) {
        for (var word : words) {
            if (remark.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
