package io.waypost.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.place.Divisions;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private final Network network = Network.of(7);

    @Test
    void hasTheSizeOfTheDemo() {
        assertThat(network.outlets()).hasSize(7_000);
        assertThat(network.hubs()).hasSize(120);
        assertThat(count(Unit.Kind.REGION)).isEqualTo(8);
        assertThat(count(Unit.Kind.PROVINCE)).isEqualTo(34);
        assertThat(count(Unit.Kind.CITY)).isGreaterThan(335);
    }

    @Test
    void isATreeOfRealPlaces() {
        Set<String> above = new HashSet<>(Set.of(""));
        for (Unit unit : network.units()) {
            assertThat(above).as(unit.code()).contains(unit.parent());
            assertThat(above.add(unit.code())).as("%s is unique", unit.code()).isTrue();
            assertThat(Divisions.china().byCode(unit.division())).as(unit.code()).isPresent();
            assertThat(unit.code()).matches("HQ|R\\d\\d|P\\d\\d|[CH]\\d{4}(-2)?|O\\d{6}-\\d{3}");
        }
        assertThat(network.unit("P44").orElseThrow().parent()).isEqualTo("R05");
        assertThat(network.unit("O440106-003").orElseThrow().parent()).isEqualTo("C4401");
        assertThat(network.unit("O440106-003").orElseThrow().name()).isEqualTo("广州天河车陂网点");
    }

    @Test
    void biggerCitiesHaveMoreOutlets() {
        assertThat(outletsIn("4401")).isGreaterThan(4 * outletsIn("4402"));
        assertThat(outletsIn("5401")).isPositive();
        assertThat(network.outlets().stream().mapToDouble(Place::sends).sum()).isBetween(0.999, 1.001);
    }

    @Test
    void everyOutletHandsToAHubOfItsProvinceWhereThereIsOne() {
        for (Place outlet : network.outlets()) {
            Place hub = network.hubOf(outlet);
            if (!outlet.province().equals("82")) {
                assertThat(hub.province()).isEqualTo(outlet.province());
            }
        }
    }

    @Test
    void givesEveryProvinceHubAndRegionSomebodyOnDuty() {
        List<Person> people = Staff.of(network, 7);
        Set<String> onDuty = new HashSet<>();
        people.stream().filter(person -> !person.dutyFor().isEmpty()).forEach(person -> onDuty.add(person.unit()));
        assertThat(network.units()).filteredOn(unit -> Set.of(Unit.Kind.PROVINCE, Unit.Kind.HUB, Unit.Kind.REGION,
                Unit.Kind.HEADQUARTERS).contains(unit.kind())).allMatch(unit -> onDuty.contains(unit.code()));
        assertThat(people).extracting(Person::username).doesNotHaveDuplicates();
        assertThat(people).filteredOn(person -> person.unit().startsWith("O")).hasSizeBetween(500, 750);
    }

    @Test
    void writesTheFilesThatThePlatformImports() {
        String file = new String(ImportFiles.network(network.units()), StandardCharsets.UTF_8);
        assertThat(file.lines()).hasSize(network.units().size() + 1);
        assertThat(file).contains("\nO440106-003,广州天河车陂网点,OUTLET,C4401,440106,广东省广州市天河区车陂");
        assertThat(new String(ImportFiles.people(Staff.of(network, 7), "pass,word"), StandardCharsets.UTF_8))
                .contains("\no440106-002,").contains("\noutlet,")
                .contains(",OUTLET_CLERK,O440106-003,\"pass,word\",ALL\n");
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Network.of(7).units()).isEqualTo(network.units());
        assertThat(Network.of(8).units()).isNotEqualTo(network.units());
    }

    private long count(Unit.Kind kind) {
        return network.units().stream().filter(unit -> unit.kind() == kind).count();
    }

    private long outletsIn(String prefix) {
        return network.outlets().stream().filter(outlet -> outlet.city().startsWith(prefix)).count();
    }
}
