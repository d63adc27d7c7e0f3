package io.waypost.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.watch.LagHistogram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P5 A slow scanner is told from a slow place")
class SlowScannersTest {

    @Test
    void aLateScannerAmongPromptOnesIsSlowWithItsFigures() {
        var evidence = SlowScanners.judge(lags(70, 30), List.of(lags(100, 0), lags(99, 1)), 0.01).orElseThrow();
        assertThat(evidence.late()).isEqualTo(30);
        assertThat(evidence.lateShare()).isEqualTo(0.3, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(evidence.lateAtLeast()).isBetween(0.21, 0.22);
        assertThat(evidence.usualHere()).isEqualTo(0.005, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aSlowPlaceHasNoSlowScanner() {
        assertThat(SlowScanners.judge(lags(70, 30), List.of(lags(70, 30), lags(65, 35)), 0.01)).isEmpty();
    }

    @Test
    void anotherSlowOneOfThePlaceDoesNotHideIt() {
        assertThat(SlowScanners.judge(lags(70, 30), List.of(lags(60, 40), lags(100, 0), lags(100, 0)), 0.01))
                .isPresent();
    }

    @Test
    void tooFewScansProveNothing() {
        assertThat(SlowScanners.judge(lags(0, 29), List.of(), 0)).isEmpty();
        assertThat(SlowScanners.judge(lags(0, 30), List.of(), 0)).isPresent();
    }

    @Test
    void moreLateScansNeverClearAScannerAndItsOwnNormNeverConvictsIt() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            long prompt = random.nextInt(300);
            long late = random.nextInt(300);
            var others = List.of(lags(random.nextInt(200), random.nextInt(60)), lags(random.nextInt(200), 0));
            double usual = random.nextDouble() * 0.2;
            if (SlowScanners.judge(lags(prompt, late), others, usual).isPresent()) {
                assertThat(SlowScanners.judge(lags(prompt, late + 1 + random.nextInt(50)), others, usual)).isPresent();
            }
            var own = lags(prompt, late);
            assertThat(SlowScanners.judge(own, List.of(own, own), usual)).isEmpty();
        }
    }

    @Test
    void onlyTheNewestScansTellThatItIsGoodAgain() {
        assertThat(SlowScanners.goodAgain(List.of())).isEmpty();
        assertThat(SlowScanners.goodAgain(List.of(lags(99, 0)))).as("too few").isEmpty();
        assertThat(SlowScanners.goodAgain(List.of(lags(95, 5), lags(0, 500)))).as("before the repair")
                .contains(lags(95, 5));
        assertThat(SlowScanners.goodAgain(List.of(lags(94, 6)))).isEmpty();
        assertThat(SlowScanners.goodAgain(List.of(lags(60, 0), lags(20, 40)))).isEmpty();
        var random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            var hours = new ArrayList<LagHistogram>();
            for (int h = 0; h < 6; h++) {
                hours.add(lags(random.nextInt(60), random.nextInt(4)));
            }
            var found = SlowScanners.goodAgain(hours);
            hours.add(lags(random.nextInt(60), 1000));
            if (found.isPresent()) {
                assertThat(SlowScanners.goodAgain(hours)).as("older hours change nothing").isEqualTo(found);
                assertThat(found.orElseThrow().scans()).isGreaterThanOrEqualTo(SlowScanners.LEAST_GOOD_SCANS);
            }
        }
    }

    private static LagHistogram lags(long prompt, long late) {
        var counts = new ArrayList<>(Collections.nCopies(LagHistogram.BOUNDS.size() + 1, 0L));
        counts.set(1, prompt);
        counts.set(LagHistogram.BOUNDS.indexOf(3600), late);
        return new LagHistogram(counts);
    }
}
