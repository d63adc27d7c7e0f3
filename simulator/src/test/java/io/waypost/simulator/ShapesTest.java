package io.waypost.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.client.Scan;
import io.waypost.simulator.network.Shape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shapes of networks differ in what parcels live through; the standing one stays what it was")
class ShapesTest {

    private static final Instant START = Instant.parse("2026-03-01T16:00:00Z");
    private static final Map<Shape, Seen> SEEN = new HashMap<>();

    /** What reached the platform of 12 days with 700 parcels each. */
    private record Seen(List<Action.Upload> uploads) {

        static Seen of(Shape shape) {
            return SEEN.computeIfAbsent(shape, _ -> {
                List<Action.Upload> uploads = new ArrayList<>();
                new Simulation(Settings.demo(11, START, 700, shape)).advanceTo(START.plus(Duration.ofDays(12)),
                        action -> {
                            if (action instanceof Action.Upload upload) {
                                uploads.add(upload);
                            }
                        });
                return new Seen(uploads);
            });
        }

        /** Hours from pick-up to delivery of the middle parcel among those picked up on the first four days. */
        double medianHours() {
            Map<String, Instant> pickedUp = new HashMap<>();
            List<Long> minutes = new ArrayList<>();
            for (Scan scan : uploads.stream().map(Action.Upload::scan).toList()) {
                if (scan.type().equals("PICKED_UP") && scan.scannedAt().isBefore(START.plus(Duration.ofDays(4)))) {
                    pickedUp.put(scan.waybill(), scan.scannedAt());
                } else if (scan.type().endsWith("SIGNED")) {
                    Instant from = pickedUp.remove(scan.waybill());
                    if (from != null) {
                        minutes.add(Duration.between(from, scan.scannedAt()).toMinutes());
                    }
                }
            }
            return minutes.stream().sorted().toList().get(minutes.size() / 2) / 60.0;
        }

        /** The share of scans that first reached the platform five minutes after they were made, or later. */
        double late() {
            Set<String> known = new HashSet<>();
            List<Action.Upload> first = uploads.stream()
                    .filter(one -> known.add(String.valueOf(one.scan().eventId()))).toList();
            return first.stream().filter(one -> Duration.between(one.scan().scannedAt(), one.at()).toMinutes() >= 5)
                    .count() / (double) first.size();
        }
    }

    @Test
    void parcelsTakeLongestByWayOfOneHubAndAreQuickestAtTheCoast() {
        assertThat(Seen.of(Shape.ONE_HUB).medianHours()).isGreaterThan(1.3 * Seen.of(Shape.STANDING).medianHours());
        assertThat(Seen.of(Shape.COAST).medianHours()).isLessThan(0.75 * Seen.of(Shape.STANDING).medianHours());
    }

    @Test
    void uploadsComeLateWhereThereIsNoSignal() {
        assertThat(Seen.of(Shape.ONE_HUB).late()).isGreaterThan(2 * Seen.of(Shape.STANDING).late());
        assertThat(Seen.of(Shape.COAST).late()).isLessThan(Seen.of(Shape.STANDING).late());
    }

    @Test
    void theStandingShapeIsWhatItWasBeforeThereWereOthers() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        new Simulation(Settings.demo(11, START, 400)).advanceTo(START.plus(Duration.ofDays(3)),
                action -> digest.update((asItWas(action) + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("4db192feb71bd73ff7594957f8821c88965788d317e6e2e246f4d40826c15c8b");
    }

    /** Without what registrations did not say yet when the sum was taken: how the recipient wants the parcel. */
    private static String asItWas(Action action) {
        return action.toString().replaceAll(", deliveryWish=[A-Z_a-z]+, consent=(null|Consent\\[[^]]*])", "");
    }
}
