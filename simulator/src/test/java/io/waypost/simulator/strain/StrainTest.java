package io.waypost.simulator.strain;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.simulator.Action;
import io.waypost.simulator.Settings;
import io.waypost.simulator.Simulation;
import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P6 in a demonstration some sites have more to do than they can, in a measurement none")
class StrainTest {

    private static final Instant START = Instant.parse("2026-10-11T16:00:00Z");

    @Test
    void aHubStandsStillAndThenCatchesUp() {
        var network = Network.of(7);
        var strain = new Strain(7, network.place(Staff.SHOWCASE).orElseThrow(), START);
        int standing = 0;
        for (var hub : network.hubs()) {
            for (long at = START.getEpochSecond(); at < START.plus(Duration.ofDays(60)).getEpochSecond(); at += 3600) {
                long works = strain.worksFrom(hub, at);
                assertThat(works).isBetween(at, at + 9 * 3600);
                assertThat(strain.worksFrom(hub, works)).as("then it works").isEqualTo(works);
                standing += works > at ? 1 : 0;
            }
        }
        double share = standing / (double) (network.hubs().size() * 60 * 24);
        assertThat(share).isBetween(0.005, 0.015);
    }

    @Test
    void whereNothingIsShownNothingIsStrained() {
        var network = Network.of(7);
        var strain = new Strain(7, null, START);
        var outlet = network.place(Staff.SHOWCASE).orElseThrow();
        for (int hour = 0; hour < 24 * 30; hour++) {
            long at = START.getEpochSecond() + hour * 3600L;
            assertThat(strain.putOff(outlet, hour, at)).isFalse();
            for (var hub : network.hubs()) {
                assertThat(strain.worksFrom(hub, at)).isEqualTo(at);
            }
        }
    }

    @Test
    void onTheSixthDayTheShowcaseDeliversHardlyAnything() {
        var simulation = new Simulation(Settings.demo(7, START, 3_000).withShowcase(Staff.SHOWCASE));
        Map<Long, Integer> given = new HashMap<>();
        List<Action> all = new ArrayList<>();
        simulation.advanceTo(START.plus(Duration.ofDays(8)), all::add);
        all.forEach(action -> {
            if (action instanceof Action.Upload(var _, var scan) && scan.type().equals("OUT_FOR_DELIVERY")
                    && scan.site().equals(Staff.SHOWCASE)) {
                given.merge(Duration.between(START, scan.scannedAt()).toDays(), 1, Integer::sum);
            }
        });
        assertThat(given.get(5L)).isGreaterThan(20);
        assertThat(given.get(6L)).isLessThan(given.getOrDefault(5L, 0) / 2);
        assertThat(given.get(7L)).isGreaterThan(given.getOrDefault(5L, 0));
    }
}
