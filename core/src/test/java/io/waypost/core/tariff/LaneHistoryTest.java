package io.waypost.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.tariff.LaneHistory.Lane;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B1 how long parcels took, by lane, and what is advised before sending")
class LaneHistoryTest {

    @Test
    void tellsWhenHalfAndMostWereThere() {
        var history = new LaneHistory();
        for (int hours = 1; hours <= 100; hours++) {
            history.add("440106", "110105", Duration.ofHours(hours));
        }
        history.add("440106", "110105", Duration.ofHours(-1));
        var times = history.times(30);
        assertThat(times).extracting(LaneTime::from).containsExactlyInAnyOrder("440100", "440000", "");
        assertThat(times).allSatisfy(time -> {
            assertThat(time.parcels()).isEqualTo(100);
            assertThat(time.halfHours()).isBetween(50, 53);
            assertThat(time.mostHours()).isBetween(90, 93);
        });
        assertThat(history.times(101)).isEmpty();
    }

    @Test
    void goesFromTheExactToTheGeneral() {
        assertThat(LaneHistory.fitting("440106", "110105")).containsExactly(new Lane("440100", "110100"),
                new Lane("440000", "110000"), new Lane("", "FAR"));
        assertThat(LaneHistory.fitting("440106", "440300")).containsExactly(new Lane("440100", "440300"),
                new Lane("", "SAME_PROVINCE"));
        assertThat(LaneHistory.fitting("440106", "77")).isEmpty();
    }

    @Test
    void keepsTheLongestInItsLastCell() {
        var history = new LaneHistory();
        history.add("440106", "110105", Duration.ofDays(90));
        assertThat(history.times(1)).allSatisfy(time -> assertThat(time.mostHours()).isEqualTo(480));
    }

    @Test
    void advisesByTheLongestWord() {
        var tariff = PricingTest.tariff();
        assertThat(Advice.of(tariff, "一个花瓶", 30_000))
                .contains(new Advice("FRAGILE", "易碎品", "用泡沫裹好", true, "STANDARD"));
        assertThat(Advice.of(tariff, "玻璃", 29_999)).get().extracting(Advice::insure).isEqualTo(false);
        assertThat(Advice.of(tariff, "水杯", 1_000_000)).get().extracting(Advice::insure).isEqualTo(false);
        assertThat(Advice.of(tariff, "一本书", 100)).isEmpty();
    }
}
