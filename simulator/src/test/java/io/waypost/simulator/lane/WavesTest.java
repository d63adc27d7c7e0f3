package io.waypost.simulator.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import io.waypost.simulator.rhythm.ChinaTime;
import io.waypost.simulator.weather.Weather;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class WavesTest {

    private static final long FROM = Instant.parse("2026-09-01T00:00:00Z").getEpochSecond();
    private static final int DAYS = 20;

    @Test
    void smallOutletsInTheWestOfOneHubSeeALorryEveryOtherDay() {
        Network network = Network.of(7, Shape.ONE_HUB);
        Place small = network.outlets().stream().filter(Place::inTheWest).min(Comparator.comparingDouble(
                Place::receives)).orElseThrow();
        assertThat(lorries(Shape.ONE_HUB, network.hubOf(small), small)).isBetween(DAYS / 2 - 3, DAYS / 2);
        assertThat(lorries(Shape.ONE_HUB, small, network.hubOf(small))).isBetween(DAYS / 2 - 3, DAYS / 2);
    }

    @Test
    void lorriesOfTheCoastLeaveMoreOftenThanTheStandingOnesAndThoseThanOnesOfOneHub() {
        assertThat(fromGuangzhouToTheCapital(Shape.COAST, "H3301")).isGreaterThan(5 * DAYS);
        assertThat(fromGuangzhouToTheCapital(Shape.STANDING, "H3301")).isBetween(2 * DAYS, 4 * DAYS);
        assertThat(fromGuangzhouToTheCapital(Shape.ONE_HUB, "H3301")).isLessThanOrEqualTo(2 * DAYS);
    }

    private static int fromGuangzhouToTheCapital(Shape shape, String to) {
        Network network = Network.of(7, shape);
        return lorries(shape, network.place("H4401").orElseThrow(), network.place(to).orElseThrow());
    }

    private static int lorries(Shape shape, Place from, Place to) {
        Waves waves = new Waves(7, shape, new Weather(7));
        int count = 0;
        for (long at = FROM; (at = waves.departure(from, to, at)) < FROM + DAYS * ChinaTime.DAY; at += 60) {
            count++;
        }
        return count;
    }
}
