package io.waypost.simulator.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final String KASHGAR = "O653101-001";
    private static final String TIANHE = "O440106-001";
    private static final String FOSHAN = "O440604-001";
    private static final String HANGZHOU = "O330106-001";

    @Test
    void oneHubLetsEverythingThatLeavesAProvincePassTheCentre() {
        assertThat(route(Shape.ONE_HUB, TIANHE, KASHGAR)).containsExactly(TIANHE, "H4401", "H4101", "H6501", KASHGAR);
        assertThat(route(Shape.ONE_HUB, TIANHE, FOSHAN)).containsExactly(TIANHE, "H4401", FOSHAN);
        assertThat(route(Shape.ONE_HUB, TIANHE, "O410105-001")).containsExactly(TIANHE, "H4401", "H4101",
                "O410105-001");
    }

    @Test
    void theCoastDrivesStraight() {
        assertThat(route(Shape.COAST, HANGZHOU, TIANHE)).hasSize(4).contains("H3301");
        assertThat(route(Shape.COAST, TIANHE, FOSHAN)).as("the neighbour's hub, without one's own")
                .hasSize(3).anyMatch(code -> code.startsWith("H4406"));
    }

    @Test
    void theStandingShapeChangesLorriesOnLongHauls() {
        assertThat(route(Shape.STANDING, TIANHE, KASHGAR)).hasSizeGreaterThan(4);
        assertThat(route(Shape.STANDING, HANGZHOU, TIANHE)).hasSize(4);
    }

    private static List<String> route(Shape shape, String from, String to) {
        Network network = Network.of(7, shape);
        return new Router(network).route(network.place(from).orElseThrow(), network.place(to).orElseThrow()).stream()
                .map(Place::code).toList();
    }
}
