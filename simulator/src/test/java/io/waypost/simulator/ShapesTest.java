package io.waypost.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.client.Scan;
import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import io.waypost.simulator.weather.Storm;
import io.waypost.simulator.weather.Weather;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    void noFerrySailsOnWednesdaysAndSundays() {
        Network network = Network.of(11, Shape.ISLANDS);
        Map<DayOfWeek, Long> sailed = departures(Shape.ISLANDS, scan -> place(network, scan.site())
                .overTheSea(place(network, String.valueOf(scan.nextSite()))));
        assertThat(sailed.get(DayOfWeek.TUESDAY)).isGreaterThan(50);
        assertThat(sailed.getOrDefault(DayOfWeek.WEDNESDAY, 0L) + sailed.getOrDefault(DayOfWeek.SUNDAY, 0L))
                .as("mislaid parcels that came to light").isLessThan(5);
    }

    @Test
    void atNightEverythingPassesANationalHubAndOutletsRestOnSundays() {
        Network network = Network.of(11, Shape.NIGHT);
        Map<DayOfWeek, Long> outlets = departures(Shape.NIGHT, scan -> !place(network, scan.site()).hub());
        assertThat(outlets.get(DayOfWeek.SATURDAY)).isGreaterThan(500);
        assertThat(outlets.getOrDefault(DayOfWeek.SUNDAY, 0L)).as("mislaid parcels that came to light")
                .isLessThan(5);
        assertThat(departures(Shape.NIGHT, scan -> place(network, scan.site()).hub()).get(DayOfWeek.SUNDAY))
                .isGreaterThan(500);
        assertThat(departed(Shape.NIGHT).filter(scan -> place(network, scan.site()).hub()
                && place(network, String.valueOf(scan.nextSite())).hub()).toList()).isNotEmpty()
                .filteredOn(scan -> !Set.of("H4101", "H3301").contains(scan.site())
                        && !Set.of("H4101", "H3301").contains(scan.nextSite()))
                .as("from a wrong hub on to the right one").hasSizeLessThan(30);
    }

    @Test
    void aVillageHasALorryOnTwoDaysOfTheWeek() {
        Network network = Network.of(11, Shape.VILLAGES);
        Map<DayOfWeek, Long> villages = departures(Shape.VILLAGES, scan -> place(network, scan.site()).hub()
                && village(place(network, String.valueOf(scan.nextSite()))));
        assertThat(villages.get(DayOfWeek.TUESDAY)).isGreaterThan(50);
        assertThat(villages.get(DayOfWeek.SATURDAY)).isGreaterThan(50);
        assertThat(villages.getOrDefault(DayOfWeek.SUNDAY, 0L) + villages.getOrDefault(DayOfWeek.MONDAY, 0L)
                + villages.getOrDefault(DayOfWeek.THURSDAY, 0L)).as("mislaid parcels that came to light")
                .isLessThan(10);
    }

    @Test
    void inTheSeasonOfTyphoonsProvincesStopMuchMoreOftenAndAThirdOfTheOutletsClosesOnSundays() {
        Network network = Network.of(11, Shape.TYPHOON);
        assertThat(stops(Shape.TYPHOON)).isGreaterThan(2 * stops(Shape.ISLANDS));
        Map<DayOfWeek, Long> closing = departures(Shape.TYPHOON, scan -> !place(network, scan.site()).hub()
                && place(network, scan.site()).index() % 3 == 0);
        assertThat(closing.get(DayOfWeek.SATURDAY)).isGreaterThan(100);
        assertThat(closing.getOrDefault(DayOfWeek.SUNDAY, 0L)).as("mislaid parcels that came to light").isLessThan(5);
        assertThat(departures(Shape.TYPHOON, scan -> place(network, scan.site()).index() % 3 == 1)
                .get(DayOfWeek.SUNDAY)).isGreaterThan(100);
    }

    private static boolean village(Place place) {
        return !place.hub() && place.receives() < 1.0 / 1_400;
    }

    private static long stops(Shape shape) {
        Weather weather = new Weather(11, shape);
        return Stream.iterate(LocalDate.of(2026, 3, 1), day -> day.plusDays(1)).limit(200)
                .flatMap(day -> Stream.of("33", "35", "44", "45", "46")
                        .flatMap(province -> weather.beginning(province, day).stream()))
                .filter(Storm::announced).count();
    }

    private static Map<DayOfWeek, Long> departures(Shape shape, Predicate<Scan> chosen) {
        return departed(shape).filter(chosen).collect(Collectors.groupingBy(
                scan -> scan.scannedAt().atZone(ZoneId.of("Asia/Shanghai")).getDayOfWeek(), Collectors.counting()));
    }

    /** Departures by clocks that are right. */
    private static Stream<Scan> departed(Shape shape) {
        return Seen.of(shape).uploads().stream()
                .filter(one -> Duration.between(one.scan().scannedAt(), one.at()).abs().toHours() < 2)
                .map(Action.Upload::scan).filter(scan -> scan.type().equals("DEPARTED"));
    }

    private static Place place(Network network, String code) {
        return network.place(code).orElseThrow();
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
