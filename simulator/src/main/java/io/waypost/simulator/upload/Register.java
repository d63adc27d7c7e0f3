package io.waypost.simulator.upload;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The register of the devices as a CSV file that the platform imports. Devices that keep scans back are mostly of the oldest model; one in
 * fifty is missing, as in any register. A function of the seed; draws nothing from the luck of the scans.
 */
public final class Register {

    private static final long LUCK = 602;

    private static final double MISSING = 0.02;

    private static final List<Model> MODELS = List.of(new Model("WP-C20", "2.1.7", 2018),
            new Model("WP-D40", "4.0.3", 2021),
            new Model("WP-E60", "6.2.0", 2024));

    private final long seed;

    private final Devices devices;

    private record Model(String name, String firmware, int since) {}

    public Register(long seed, Shape shape) {
        this.seed = seed;
        this.devices = new Devices(seed, shape);
    }

    /** The file for all devices of the network. */
    public byte[] file(Network network) {
        var rows = Stream.concat(network.hubs().stream(), network.outlets().stream()).flatMap(this::rows);
        return (String.join("\n", Stream.concat(Stream.of("code,model,firmware,inService,unit"), rows).toList()) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Stream<String> rows(Place site) {
        return Stream.iterate(1, hand -> hand + 1).limit(Devices.hands(site)).flatMap(hand -> {
            Dice dice = Dice.of(seed, LUCK, site.code().hashCode(), hand);
            if (dice.chance(MISSING)) {
                return Stream.empty();
            }
            Model model = model(devices.lagging(site, hand), dice);
            return Stream.of(String.join(",", Devices.code(site, hand), model.name(), model.firmware(),
                    LocalDate.of(model.since(), 1, 1).plusDays(dice.whole(0, 600)).toString(), site.code()));
        });
    }

    private static Model model(boolean lagging, Dice dice) {
        double luck = dice.uniform();
        return lagging
                ? MODELS.get(luck < 0.8 ? 0 : 1)
                : MODELS.get(luck < 0.1 ? 0 : luck < 0.5 ? 1 : 2);
    }
}
