package io.waypost.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P5 How late scans arrive")
class LagHistogramTest {

    @Test
    void knowsPercentilesAndTheShareInTime() {
        var histogram = of(5, 90).plus(of(300, 5)).plus(of(3600, 5));
        assertThat(histogram.scans()).isEqualTo(100);
        assertThat(histogram.percentileSeconds(50)).isEqualTo(5);
        assertThat(histogram.percentileSeconds(95)).isEqualTo(300);
        assertThat(histogram.percentileSeconds(99)).isEqualTo(3600);
        assertThat(histogram.shareUnderFiveMinutes()).isEqualTo(0.95);
    }

    @Test
    void nothingIsNeverLate() {
        assertThat(LagHistogram.EMPTY.percentileSeconds(95)).isZero();
        assertThat(LagHistogram.EMPTY.shareUnderFiveMinutes()).isEqualTo(1);
    }

    @Test
    void wantsAllOfItsBuckets() {
        assertThatThrownBy(() -> new LagHistogram(List.of(1L))).isInstanceOf(IllegalArgumentException.class);
    }

    private static LagHistogram of(int seconds, long scans) {
        var counts = new ArrayList<>(Collections.nCopies(LagHistogram.BOUNDS.size() + 1, 0L));
        counts.set(LagHistogram.BOUNDS.indexOf(seconds), scans);
        return new LagHistogram(counts);
    }
}
