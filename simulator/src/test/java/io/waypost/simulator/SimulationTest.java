package io.waypost.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.client.Parcel;
import io.waypost.client.Scan;
import io.waypost.core.consent.Consent;
import io.waypost.core.consent.ConsentChannel;
import io.waypost.core.consent.ConsentRules;
import io.waypost.core.consent.DeliveryMode;
import io.waypost.core.scan.ScanType;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.parcel.Situation;
import io.waypost.simulator.truth.Episode;
import io.waypost.simulator.truth.Kind;
import io.waypost.simulator.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final Instant START = Instant.parse("2026-03-01T16:00:00Z");

    private static final int DAYS = 12;

    private static final Simulation SIMULATION = new Simulation(Settings.demo(11, START, 3_000));

    private static final List<Action> ACTIONS = new ArrayList<>();

    /** Every parcel's scans in the order in which they were made. */
    private static final Map<String, List<Scan>> CHAINS = new HashMap<>();

    @BeforeAll
    static void run() {
        SIMULATION.advanceTo(START.plus(Duration.ofDays(DAYS)), ACTIONS::add);
        for (Action action : ACTIONS) {
            if (action instanceof Action.Upload(Instant _, Scan scan)) {
                List<Scan> chain = CHAINS.computeIfAbsent(scan.waybill(), _ -> new ArrayList<>());
                if (!chain.contains(scan)) {
                    chain.add(scan);
                }
            }
        }
        CHAINS.values().forEach(chain -> chain.sort(Comparator.comparingInt(SimulationTest::number)));
    }

    @Test
    void handsOutActionsInOrderOfTime() {
        assertThat(ACTIONS).isSortedAccordingTo(Comparator.comparing(Action::at));
        assertThat(ACTIONS).last().extracting(Action::at)
                .satisfies(at -> assertThat(at).isBeforeOrEqualTo(SIMULATION.now()));
    }

    @Test
    void isTheSameForTheSameSeedHoweverTheTimeIsCut() {
        Simulation again = new Simulation(Settings.demo(11, START, 3_000));
        List<Action> actions = new ArrayList<>();
        for (int minutes = 7; minutes < 2 * 24 * 60; minutes += 173) {
            again.advanceTo(START.plus(Duration.ofMinutes(minutes)), actions::add);
        }
        assertThat(actions).isEqualTo(ACTIONS.subList(0, actions.size())).hasSizeGreaterThan(20_000);

        List<Action> others = new ArrayList<>();
        new Simulation(Settings.demo(12, START, 3_000)).advanceTo(START.plus(Duration.ofHours(5)), others::add);
        assertThat(others).isNotEqualTo(ACTIONS.subList(0, others.size()));
    }

    @Test
    void registersEveryParcelBeforeItsFirstScanUnderAWaybillOfItsOwn() {
        Set<String> registered = new HashSet<>();
        for (Action action : ACTIONS) {
            switch (action) {
                case Action.Register(Instant _, var parcel) -> {
                    assertThat(registered.add(parcel.waybill())).as(parcel.waybill()).isTrue();
                    assertThat(parcel.waybill()).matches("YT8\\d{12}");
                    assertThat(parcel.promisedAt()).isAfter(action.at());
                }
                // Not assertThat(registered).contains(...), which looks through the whole set for each scan.
                case Action.Upload(Instant _, Scan scan) ->
                    assertThat(registered.contains(scan.waybill())).as(scan.waybill()).isTrue();
                case Action.Announce(Instant at, var closure) -> assertThat(at).isBefore(closure.until());
            }
        }
        assertThat(registered).hasSizeBetween(DAYS * 2_800, DAYS * 3_300);
    }

    @Test
    void mostRecipientsWantItAtTheDoorAndAFewParcelsAreLeftUnasked() {
        Map<String, Parcel> parcels = new HashMap<>();
        for (Action action : ACTIONS) {
            if (action instanceof Action.Register(Instant _, Parcel parcel)) {
                parcels.put(parcel.waybill(), parcel);
            }
        }
        assertThat(parcels.values()).filteredOn(parcel -> "DOOR".equals(parcel.deliveryWish()))
                .hasSizeBetween(parcels.size() / 2, parcels.size() * 7 / 10);
        long left = 0;
        long unasked = 0;
        for (var chain : CHAINS.entrySet()) {
            if (chain.getValue().stream().anyMatch(scan -> scan.type().equals("STATION_IN"))) {
                left++;
                unasked += ConsentRules.leftWithoutConsent(course(chain.getValue()),
                        consents(Objects.requireNonNull(parcels.get(chain.getKey())))).isPresent() ? 1 : 0;
            }
        }
        assertThat(left).isGreaterThan(5_000);
        assertThat(unasked).isBetween(left * 6 / 100, left * 14 / 100);
    }

    private static List<ConsentRules.Step> course(List<Scan> chain) {
        return chain.stream().map(scan -> new ConsentRules.Step(ScanType.valueOf(scan.type()), scan.scannedAt()))
                .toList();
    }

    private static List<Consent> consents(Parcel parcel) {
        var consent = parcel.consent();
        return consent == null
                ? List.of()
                : List.of(new Consent(DeliveryMode.valueOf(consent.mode()), consent.at(),
                        ConsentChannel.valueOf(consent.channel())));
    }

    @Test
    void chainsFollowTheirRoutes() {
        for (List<Scan> chain : CHAINS.values()) {
            assertThat(chain.getFirst().type()).isIn("ORDER_CREATED");
            for (int i = 1; i < chain.size(); i++) {
                Scan before = chain.get(i - 1);
                Scan scan = chain.get(i);
                if (scan.type().equals("ARRIVED")) {
                    assertThat(before.type()).as("%s then %s", before, scan).isEqualTo("DEPARTED");
                } else if (!scan.type().equals("PROBLEM")) {
                    assertThat(scan.site()).as("%s then %s", before, scan).isEqualTo(before.site());
                }
                assertThat(SIMULATION.network().place(scan.site())).isPresent();
            }
        }
    }

    @Test
    void timesRiseAlongAChainExceptWithWrongClocks() {
        long wrong = 0;
        long all = 0;
        for (List<Scan> chain : CHAINS.values()) {
            for (int i = 1; i < chain.size(); i++) {
                all++;
                wrong += chain.get(i).scannedAt().isBefore(chain.get(i - 1).scannedAt()) ? 1 : 0;
            }
        }
        assertThat(wrong).isBetween(1L, all / 800);
    }

    @Test
    void someScansComeLateAndSomeTwice() {
        List<Action.Upload> uploads = ACTIONS.stream().filter(Action.Upload.class::isInstance)
                .map(Action.Upload.class::cast).toList();
        long late = uploads.stream().filter(one -> Duration.between(one.scan().scannedAt(), one.at()).toMinutes() >= 5)
                .count();
        long scans = CHAINS.values().stream().mapToLong(List::size).sum();
        assertThat((double) late / uploads.size()).isBetween(0.003, 0.02);
        assertThat((double) (uploads.size() - scans) / scans).isBetween(0.007, 0.013);
    }

    @Test
    void mostParcelsArriveInTheUsualTime() {
        List<List<Scan>> ended = CHAINS.values().stream().filter(chain -> chain.getLast().type().endsWith("SIGNED"))
                .toList();
        double hours = ended.stream().mapToLong(chain -> Math.clamp(Duration.between(chain.getFirst().scannedAt(),
                chain.getLast().scannedAt()).toMinutes(), 0, 20_000)).average().orElseThrow() / 60;
        assertThat(ended).hasSizeGreaterThan(2_000 * DAYS);
        assertThat(hours).isBetween(45.0, 80.0);
        assertThat(ended.stream().mapToInt(List::size).average().orElseThrow()).isBetween(10.0, 14.0);
    }

    @Test
    void aboutOneParcelInTwoHundredGetsStuck() {
        Truth truth = SIMULATION.truth();
        double stuck = truth.episodes().stream().filter(one -> one.kind().stuck()).count() / (double) truth.parcels();
        assertThat(stuck).isBetween(0.003, 0.008);
        assertThat(truth.episodes()).extracting(Episode::kind).contains(Kind.LOST, Kind.MISLAID, Kind.DAMAGED,
                Kind.MISSORTED,
                Kind.WAITING_FOR_CUSTOMER, Kind.REFUSED, Kind.STATION_KEPT, Kind.WRONGLY_SIGNED);
    }

    @Test
    void aStuckParcelIsNotScannedDuringItsEpisode() {
        Map<String, List<Episode>> episodes = SIMULATION.truth().byWaybill();
        episodes.forEach((waybill, all) -> all.stream().filter(one -> one.kind().stuck()).forEach(one -> {
            List<Scan> inside = CHAINS.getOrDefault(waybill, List.of()).stream()
                    .filter(scan -> scan.scannedAt().isAfter(one.lastScanAt())
                            && scan.scannedAt().isBefore(one.to() == null ? SIMULATION.now() : one.to()))
                    .toList();
            assertThat(inside.size()).as("%s %s", one, inside).isLessThanOrEqualTo(1);
        }));
    }

    @Test
    void aParcelThatSomebodyFindsMovesOnTheSameDay() {
        Simulation simulation = new Simulation(Settings.demo(11, START, 3_000));
        Instant at = START.plus(Duration.ofDays(6));
        simulation.advanceTo(at, _ -> {});
        List<String> mislaid = simulation.truth().episodes().stream()
                .filter(one -> one.kind() == Kind.MISLAID && one.covers(at))
                .map(Episode::waybill).toList();
        List<String> lost = simulation.truth().episodes().stream().filter(one -> one.kind() == Kind.LOST)
                .map(Episode::waybill).toList();

        assertThat(mislaid).isNotEmpty().allMatch(simulation::found);
        assertThat(lost).isNotEmpty().noneMatch(simulation::found);
        simulation.advanceTo(at.plus(Duration.ofHours(14)), _ -> {});

        assertThat(simulation.truth().episodes())
                .filteredOn(one -> one.kind() == Kind.MISLAID && mislaid.contains(one.waybill()))
                .allMatch(one -> one.to() != null);
        assertThat(lost)
                .allMatch(waybill -> simulation.situation(waybill).map(Situation::trouble).orElse(null) == Kind.LOST);
    }

    @Test
    void bagsTravelTogether() {
        Map<String, Set<String>> sites = CHAINS.values().stream().flatMap(List::stream)
                .filter(scan -> scan.type().equals("DEPARTED") && scan.bag() != null)
                .collect(Collectors.groupingBy(Scan::bag,
                        Collectors.mapping(scan -> scan.site() + ">" + scan.nextSite(), Collectors.toSet())));
        assertThat(sites.values()).allMatch(routes -> routes.size() == 1);
        assertThat(sites).hasSizeLessThan((int) CHAINS.values().stream().flatMap(List::stream)
                .filter(scan -> scan.type().equals("DEPARTED")).count());
        assertThat(SIMULATION.network().hubs()).extracting(Place::code).contains("H4401", "H4401-2");
    }

    private static int number(Scan scan) {
        String id = String.valueOf(scan.eventId());
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }
}
