package io.waypost.watch.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.scan.Progress;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 Numbers in files mean the same for ever")
class ScanCodesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void everyTypeHasItsOwn() {
        for (var type : ScanType.values()) {
            assertThat(ScanCodes.type(ScanCodes.code(type))).isEqualTo(type);
        }
        assertThat(ScanCodes.code(ScanType.ARRIVED)).isEqualTo((byte) 7);
        assertThat(ScanCodes.code(ScanType.SIGNED)).isEqualTo((byte) 29);
        assertThatThrownBy(() -> ScanCodes.type((byte) -1)).hasMessage("No scan type has the number 255.");
    }

    @Test
    void everySetOfFlagsHasItsBits() {
        for (int bits = 0; bits < 1 << ScanFlag.values().length; bits++) {
            assertThat(ScanCodes.bits(ScanCodes.flags((byte) bits))).isEqualTo((byte) bits);
        }
        assertThat(ScanCodes.bits(EnumSet.of(ScanFlag.CLOCK_BEHIND))).isEqualTo((byte) 4);
    }

    @Test
    void theTimeThatCountsFollowsFromLagAndFlags() {
        var rules = new ScanRules(ScanPolicy.defaults());
        var last = new Progress.Point(NOW.minusSeconds(600), ScanType.ARRIVED, "H1");
        for (int lag : new int[]{-7200, -1, 0, 1, 300, 700, 5000, 2_000_000}) {
            for (var type : new ScanType[]{ScanType.ARRIVED, ScanType.DEPARTED, ScanType.CALL_MADE}) {
                var scan = Scan.of("YT1234567890", type, NOW.minusSeconds(lag), "H1");
                var event = new TimelineEvent();
                event.scanSecond = (int) scan.scannedAt().getEpochSecond();
                event.lagSeconds = lag;
                event.flags = ScanCodes.bits(rules.flags(scan, NOW, last));
                assertThat(event.effectiveSecond()).as("%s %d", type, lag)
                        .isEqualTo((int) rules.effectiveAt(scan, NOW, last).getEpochSecond());
            }
        }
    }
}
