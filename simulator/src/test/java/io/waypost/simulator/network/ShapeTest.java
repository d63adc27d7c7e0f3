package io.waypost.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {

    @ParameterizedTest
    @EnumSource
    void isATreeWithTheShowcaseAndTheSizeItSays(Shape shape) {
        Network network = Network.of(7, shape);
        Set<String> above = new HashSet<>(Set.of(""));
        for (Unit unit : network.units()) {
            assertThat(above).as(unit.code()).contains(unit.parent());
            assertThat(above.add(unit.code())).as("%s is unique", unit.code()).isTrue();
        }
        assertThat(network.place(Staff.SHOWCASE)).isPresent();
        // The first unit by which the driver sees whether a platform has the network already.
        assertThat(network.unit("R01")).isPresent();
        assertThat(network.outlets()).hasSize(shape.outlets());
        assertThat(network.hubs()).hasSize(shape.hubs());
        assertThat(network.outlets().stream().mapToDouble(Place::sends).sum()).isBetween(0.999, 1.001);
    }

    @Test
    void oneHubSendsMuchMoreInTheWestAndFeedsItOverLongRoads() {
        Network star = Network.of(7, Shape.ONE_HUB);
        assertThat(inTheWest(star)).isGreaterThan(2.5 * inTheWest(Network.of(7)));
        assertThat(star.outlets().stream().mapToDouble(outlet -> outlet.kmTo(star.hubOf(outlet))).max().orElseThrow())
                .isGreaterThan(900);
        assertThat(star.hubs()).noneMatch(hub -> hub.code().endsWith("-2"));
    }

    @Test
    void theCoastHasAHubInEveryCityAndNothingInTheWest() {
        Network coast = Network.of(7, Shape.COAST);
        assertThat(inTheWest(coast)).isZero();
        assertThat(coast.units()).filteredOn(unit -> unit.kind() == Unit.Kind.CITY)
                .allMatch(city -> coast.place("H" + city.code().substring(1)).isPresent());
        assertThat(coast.outlets()).allMatch(outlet -> coast.hubOf(outlet).city().equals(outlet.city()));
        assertThat(coast.unit("R08")).isEmpty();
        assertThat(coast.unit("P65")).isEmpty();
    }

    @Test
    void inlandEachProvinceHasAHubInItsCapital() {
        Network inland = Network.of(7, Shape.INLAND);
        assertThat(inland.hubs().stream().filter(hub -> hub.city().endsWith("0100")).map(Place::province).distinct())
                .containsExactlyInAnyOrderElementsOf(inland.hubs().stream().map(Place::province).distinct().toList());
    }

    @Test
    void islandsSendMuchMoreThanElsewhere() {
        Network islands = Network.of(7, Shape.ISLANDS);
        assertThat(overTheSea(islands)).isGreaterThan(3 * overTheSea(Network.of(7, Shape.STANDING)));
        assertThat(islands.hubs()).extracting(Place::code).contains("H4601", "H3309");
        assertThat(islands.outlets()).noneMatch(outlet -> outlet.overTheSea(islands.hubOf(outlet)));
    }

    @Test
    void villagesAreAGoodThirdOfTheOutletsOfTwoHubs() {
        Network villages = Network.of(7, Shape.VILLAGES);
        assertThat(villages.hubs()).extracting(Place::code).containsExactlyInAnyOrder("H1301", "H4401");
        assertThat(villages.outlets().stream().filter(outlet -> outlet.receives() < 1.0 / 1_400).count())
                .isBetween(villages.outlets().size() / 3L, villages.outlets().size() * 2L / 3);
    }

    private static double overTheSea(Network network) {
        Place mainland = network.place("H4401").orElseThrow();
        return network.outlets().stream().filter(mainland::overTheSea).mapToDouble(Place::sends).sum();
    }

    @Test
    void isKnownByItsName() {
        assertThat(Shape.named("one-hub")).isEqualTo(Shape.ONE_HUB);
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.named("ring"))
                .withMessage(
                        "'ring' is no shape of a network. Maybe standing, one-hub, coast, inland, islands, night, weekend, mondays, villages, typhoon");
    }

    private static double inTheWest(Network network) {
        return network.outlets().stream().filter(Place::inTheWest).mapToDouble(Place::sends).sum();
    }
}
