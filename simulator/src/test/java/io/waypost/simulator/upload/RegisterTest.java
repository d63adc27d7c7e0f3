package io.waypost.simulator.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P5 the register of the simulated devices")
class RegisterTest {

    private final Network network = Network.of(7);
    private final List<String[]> rows = new String(new Register(7, Shape.STANDING).file(network),
            StandardCharsets.UTF_8).lines()
            .skip(1)
            .map(line -> line.split(",", -1)).toList();

    @Test
    void namesMostDevicesOfEachPlaceOnce() {
        int all = Stream.concat(network.hubs().stream(), network.outlets().stream()).mapToInt(Devices::hands).sum();
        assertThat(rows).hasSizeBetween((int) (all * 0.97), (int) (all * 0.99));
        assertThat(rows.stream().map(row -> row[0])).doesNotHaveDuplicates();
        assertThat(rows).allMatch(row -> row.length == 5 && row[0].startsWith(row[4] + "-D"));
    }

    @Test
    void devicesThatKeepScansBackAreMostlyOld() {
        var devices = new Devices(7, Shape.STANDING);
        var lagging = rows.stream().filter(row -> devices.lagging(place(row[4]), hand(row[0]))).toList();
        assertThat(lagging).hasSizeBetween(300, 700);
        assertThat(lagging.stream().filter(row -> row[1].equals("WP-C20")).count() / (double) lagging.size())
                .isBetween(0.7, 0.9);
        assertThat(rows.stream().filter(row -> row[1].equals("WP-C20")).count() / (double) rows.size())
                .isBetween(0.09, 0.12);
    }

    private Place place(String code) {
        return network.place(code).orElseThrow();
    }

    private static int hand(String code) {
        return Integer.parseInt(code.substring(code.lastIndexOf('D') + 1));
    }
}
