package io.waypost.app.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanType;
import io.waypost.core.waybill.Registration;
import io.waypost.core.waybill.Registration.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@DisplayName("P1 P2 Timelines are kept, whatever is sent twice or late")
class TimelinesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private final ScanIntake intake;
    private final Registry registry;
    private final Parcels parcels;

    TimelinesTest(ScanIntake intake, Registry registry, Parcels parcels) {
        this.intake = intake;
        this.registry = registry;
        this.parcels = parcels;
    }

    @Test
    void keepsWhatIsNewAndCountsTheRest() {
        var scans = List.of(scan("TT0000001", ScanType.PICKED_UP, 0), scan("TT0000001", ScanType.DEPARTED, 60),
                scan("TT0000001", ScanType.DEPARTED, 60));
        assertThat(intake.take(scans, "a", NOON)).isEqualTo(new ScanIntake.Taken(2, 1));
        assertThat(intake.take(scans, "a", NOON.plusSeconds(9))).isEqualTo(new ScanIntake.Taken(0, 3));
        assertThat(timeline("TT0000001")).extracting(TimelineScan::type)
                .containsExactly(ScanType.PICKED_UP, ScanType.DEPARTED);
    }

    @Test
    void anEventIdIsUniqueForItsSender() {
        var one = withEvent("TT0000002", ScanType.ARRIVED, 0, "e1");
        var again = withEvent("TT0000002", ScanType.DEPARTED, 60, "e1");
        assertThat(intake.take(List.of(one), "a", NOON).accepted()).isEqualTo(1);
        assertThat(intake.take(List.of(again), "a", NOON).duplicates()).isEqualTo(1);
        assertThat(intake.take(List.of(again), "b", NOON).accepted()).isEqualTo(1);
    }

    @Test
    void aLateScanDoesNotMoveTheParcelBack() {
        intake.take(List.of(scan("TT0000003", ScanType.SIGNED, 600)), "a", NOON.plusSeconds(601));
        intake.take(List.of(scan("TT0000003", ScanType.OUT_FOR_DELIVERY, 60)), "a", NOON.plusSeconds(9000));
        assertThat(find("TT0000003").status()).isEqualTo(ParcelStatus.SIGNED);
        assertThat(find("TT0000003").signedAt()).isEqualTo(NOON.plusSeconds(600));
        assertThat(timeline("TT0000003")).first().satisfies(
                scan -> assertThat(scan.flags()).containsExactlyInAnyOrder(ScanFlag.OUT_OF_ORDER,
                        ScanFlag.LATE_UPLOAD));
    }

    @Test
    void aClockAheadCountsAsTheArrival() {
        intake.take(List.of(scan("TT0000004", ScanType.PICKED_UP, 7200)), "a", NOON);
        assertThat(find("TT0000004").lastAt()).isEqualTo(NOON);
        assertThat(timeline("TT0000004")).first().satisfies(scan -> {
            assertThat(scan.scannedAt()).isEqualTo(NOON.plusSeconds(7200));
            assertThat(scan.flags()).containsExactly(ScanFlag.CLOCK_AHEAD);
        });
    }

    @Test
    void registrationCompletesAndPhonesAreFoundButNeverShown() {
        var party = new Party("王小明", "139 0013 9000", "510107", "成都市武侯区人民南路四段1号");
        registry.register(List.of(registration("TT0000005", party)), NOON);
        intake.take(List.of(scan("TT0000005", ScanType.PICKED_UP, 0)), "a", NOON);
        registry.register(List.of(registration("TT0000005", Party.UNKNOWN)), NOON);
        assertThat(find("tt0000005")).satisfies(facts -> {
            assertThat(facts.status()).isEqualTo(ParcelStatus.IN_TRANSIT);
            assertThat(facts.recipientName()).isEqualTo("王**");
            assertThat(facts.recipientPhone()).isEqualTo("139****9000");
        });
        assertThat(everything(() -> parcels.phoneEndsWith("TT0000005", "9000"))).isTrue();
        assertThat(everything(() -> parcels.phoneEndsWith("TT0000005", "9001"))).isFalse();
    }

    @Test
    void nobodySeesWithoutAScope() {
        intake.take(List.of(scan("TT0000006", ScanType.PICKED_UP, 0)), "a", NOON);
        assertThat(parcels.find("TT0000006")).isEmpty();
        assertThat(parcels.timeline("TT0000006")).isEmpty();
    }

    @Test
    void manyCallsAboutTheSameParcelsAgree() throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            var calls = new ArrayList<Callable<ScanIntake.Taken>>();
            for (int call = 0; call < 12; call++) {
                int minute = call % 6;
                var scans = new ArrayList<Scan>();
                for (int parcel = 0; parcel < 50; parcel++) {
                    scans.add((call & 1) == 0 ? parcel : 0,
                            scan("TC%07d".formatted(parcel), ScanType.ARRIVED, minute * 60));
                }
                calls.add(() -> intake.take(scans, "a", NOON.plusSeconds(1000)));
            }
            int accepted = 0;
            for (var taken : pool.invokeAll(calls)) {
                accepted += taken.get().accepted();
            }
            assertThat(accepted).isEqualTo(6 * 50);
        }
        assertThat(find("TC0000007").lastAt()).isEqualTo(NOON.plusSeconds(300));
        assertThat(timeline("TC0000049")).hasSize(6);
    }

    private ParcelFacts find(String waybill) {
        return everything(() -> parcels.find(waybill)).orElseThrow();
    }

    private List<TimelineScan> timeline(String waybill) {
        return everything(() -> parcels.timeline(waybill));
    }

    private static <T> T everything(Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"), work::get);
    }

    private static Registration registration(String waybill, Party recipient) {
        return new Registration(waybill, "STANDARD", null, null, null, 1200, null, Party.UNKNOWN, recipient);
    }

    private static Scan scan(String waybill, ScanType type, int seconds) {
        return Scan.of(waybill, type, NOON.plusSeconds(seconds), "H4401");
    }

    private static Scan withEvent(String waybill, ScanType type, int seconds, String event) {
        return new Scan(waybill, type, NOON.plusSeconds(seconds), "H4401", null, null, null, null, null, null, null,
                event);
    }
}
