package io.waypost.app.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.device.DeviceBoard.By;
import io.waypost.app.device.DeviceBoard.DeviceRow;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.network.Network;
import io.waypost.app.network.Units;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.network.UnitDraft;
import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "waypost.mode=DEMO")
@DisplayName("P5 Scanners are registered, their lag is counted, and slow ones are named with the evidence")
class DeviceTest {

    private static final String HUB = "H4401";

    private final Organisation organisation;
    private final DeviceBoard board;
    private final ScannerDesk desk;
    private final Network network;
    private final Units units;
    private final ScanIntake intake;
    private final BusinessClock clock;
    private final Deadlines deadlines;

    DeviceTest(Organisation organisation, DeviceBoard board, ScannerDesk desk, Network network, Units units,
            ScanIntake intake, BusinessClock clock, Deadlines deadlines) {
        this.organisation = organisation;
        this.board = board;
        this.desk = desk;
        this.network = network;
        this.units = units;
        this.intake = intake;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void slowScannersAreNamedAndRepeatsCountOnce() {
        pass(Duration.ofMinutes(10));
        put(Organisation.HEADQUARTERS, "code,model,unit\nS1,Old,%s\nS2,New,%s\nS9,New,%s\n".formatted(HUB, HUB, HUB));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var scans = new ArrayList<Scan>();
        for (int i = 0; i < 40; i++) {
            scans.add(scan("A%09d".formatted(i), now.minus(i < 20 ? Duration.ofMinutes(50) : Duration.ZERO), "S1"));
            scans.add(scan("B%09d".formatted(i), now, "S2"));
            scans.add(scan("C%09d".formatted(i), now, "S3"));
        }
        intake.take(scans, "test", now);
        pass(Duration.ofMinutes(9));
        // The same scans come once more, in a later stretch of counting; one new scan with them.
        intake.take(scans, "test", clock.instant());
        var later = clock.instant().truncatedTo(ChronoUnit.MICROS);
        intake.take(List.of(scan("B999999999", later, "S2")), "test", later);
        pass(Duration.ofMinutes(9));
        pass(Duration.ofHours(1));

        var rows = rows(Organisation.SOUTH, HUB);
        assertThat(rows).extracting(DeviceRow::code).containsExactly("S1", "S2", "S3", "S9");
        var slow = rows.getFirst();
        assertThat(slow.lag().scans()).isEqualTo(40);
        assertThat(slow.lag().meanSeconds()).isEqualTo(1500);
        assertThat(slow.lag().shareUnder5Minutes()).isEqualTo(0.5);
        assertThat(slow.slow()).isNotNull().satisfies(why -> assertThat(why.late()).isEqualTo(20));
        assertThat(rows.get(1).lag().scans()).isEqualTo(41);
        assertThat(rows.get(1).slow()).isNull();
        assertThat(rows.get(2).model()).as("seen and not registered").isNull();
        assertThat(rows.get(3).lag().scans()).as("registered and not seen").isZero();

        var models = groups(By.MODEL);
        assertThat(models).extracting(DeviceBoard.DeviceGroup::key).containsExactly("Old", "", "New");
        assertThat(models.getFirst().slow()).isEqualTo(1);
        assertThat(models.get(1).unregistered()).isEqualTo(1);
        var seenByTheHub = Acting.as(actor(HUB), () -> board.board(network.unit(HUB).orElseThrow()));
        assertThat(seenByTheHub.total().slow()).as("judged once for all, whoever looks").isEqualTo(1);
        assertThat(seenByTheHub.total().needPlan()).isEqualTo(1);
        assertThat(seenByTheHub.hubs()).singleElement()
                .satisfies(hub -> assertThat(hub.lag().p95Seconds()).isEqualTo(3600));
        assertThat(models.getLast().devices()).isEqualTo(2);
        assertThat(groups(By.REGION)).singleElement()
                .satisfies(region -> assertThat(region.lag().scans()).isEqualTo(121));
        assertThat(groups(By.HUB)).singleElement().satisfies(hub -> assertThat(hub.key()).isEqualTo(HUB));
        assertThat(groups(By.OUTLET)).isEmpty();
        assertThat(rows(Organisation.NORTH, HUB)).isEmpty();
        assertThat(rows(Organisation.NORTH, Organisation.HEADQUARTERS)).as("row-level security")
                .extracting(DeviceRow::code).doesNotContain("S1", "S2", "S3", "S9", "T1");

        var last = clock.instant().truncatedTo(ChronoUnit.MICROS);
        intake.take(List.of(scan("D999999999", last.minus(Duration.ofMinutes(50)), "S4")), "test", last);
        pass(Duration.ofMinutes(9));
        assertThat(rows(Organisation.SOUTH, HUB)).extracting(DeviceRow::code).as("a single late scan tells little")
                .containsExactly("S1", "S2", "S3", "S4", "S9");
    }

    @Test
    void aFileIsCheckedRowByRowAndWrittenWholeOrNot() {
        put(Organisation.HEADQUARTERS, "code,model,unit\nN1,M,%s\n".formatted(Organisation.DONGCHENG));
        var wrong = read(Organisation.SOUTH, """
                code,model,inService,unit,state
                T1,,yesterday,%s,BROKEN
                T2,M,,%s,
                T2,M,,%s,
                N1,M,,%s,
                """.formatted(Organisation.TIANHE, Organisation.DONGCHENG, Organisation.TIANHE, Organisation.TIANHE),
                false);
        assertThat(wrong.errors()).extracting(ImportReport.Fault::row, ImportReport.Fault::code).containsExactly(
                org.assertj.core.groups.Tuple.tuple(2, "EMPTY"), org.assertj.core.groups.Tuple.tuple(2, "NOT_A_DATE"),
                org.assertj.core.groups.Tuple.tuple(2, "UNKNOWN_STATE"),
                org.assertj.core.groups.Tuple.tuple(3, "UNKNOWN_UNIT"),
                org.assertj.core.groups.Tuple.tuple(4, "DUPLICATE"),
                org.assertj.core.groups.Tuple.tuple(5, "CODE_TAKEN"));
        var file = "code,model,inService,unit\nT1,M,2024-03-15,%s\n".formatted(Organisation.TIANHE);
        assertThat(read(Organisation.SOUTH, file, true).created()).isEqualTo(1);
        assertThat(rows(Organisation.SOUTH, Organisation.TIANHE)).as("a dry run writes nothing").isEmpty();
        assertThat(read(Organisation.SOUTH, file, false).created()).isEqualTo(1);
        assertThat(read(Organisation.SOUTH, file, false).unchanged()).isEqualTo(1);
        assertThat(read(Organisation.SOUTH, "code,firmware\nT1,2.1\n", false).updated()).isEqualTo(1);
        assertThat(rows(Organisation.SOUTH, Organisation.TIANHE)).singleElement().satisfies(row -> {
            assertThat(row.model()).isEqualTo("M");
            assertThat(row.firmware()).isEqualTo("2.1");
            assertThat(row.version()).isEqualTo(2);
        });
        assertThatThrownBy(() -> change(Organisation.SOUTH, "T1", 1)).isInstanceOfSatisfying(Refusal.class,
                no -> assertThat(no.code()).isEqualTo("STALE_VERSION"));
        assertThatThrownBy(() -> change(Organisation.NORTH, "T1", 2)).isInstanceOfSatisfying(Refusal.class,
                no -> assertThat(no.code()).isEqualTo("NOT_FOUND"));
        assertThatThrownBy(() -> change(Organisation.NORTH, "T1", 0)).isInstanceOfSatisfying(Refusal.class,
                no -> assertThat(no.code()).isEqualTo("NOT_FOUND"));
    }

    @Test
    void scannersGoWithTheirUnit() {
        var code = "O440105-777";
        Acting.as(new Actor.Internal("test"),
                () -> units.put(
                        List.of(new UnitDraft(code, "搬家网点", UnitKind.OUTLET, Organisation.GUANGZHOU, "440105", null,
                                null, null, null, null, true))));
        put(Organisation.SOUTH, "code,model,unit\nMV,M,%s\n".formatted(code));
        Acting.as(new Actor.Internal("test"),
                () -> units
                        .put(List.of(new UnitDraft(code, "搬家网点", UnitKind.OUTLET, Organisation.BEIJING, "440105", null,
                                null, null, null, null, true))));
        assertThat(rows(Organisation.NORTH, code)).extracting(DeviceRow::code).containsExactly("MV");
        assertThat(rows(Organisation.SOUTH, code)).isEmpty();
    }

    private void change(String by, String code, int version) {
        var unit = by.equals(Organisation.SOUTH) ? Organisation.TIANHE : Organisation.DONGCHENG;
        Acting.as(actor(by), () -> desk.put(code, version, Map.of("model", "X", "unit", unit, "state", "IN_USE")));
    }

    private List<DeviceRow> rows(String by, String unit) {
        return Acting.as(actor(by), () -> board.rows(network.unit(unit).orElseThrow()));
    }

    private List<DeviceBoard.DeviceGroup> groups(By by) {
        return Acting.as(actor(Organisation.SOUTH),
                () -> board.groups(network.unit(HUB).orElseThrow(), by));
    }

    private void put(String by, String csv) {
        assertThat(read(by, csv, false).errors()).isEmpty();
    }

    private ImportReport read(String by, String csv, boolean dryRun) {
        return Acting.as(actor(by), () -> desk.put(Sheet.read(csv.getBytes(StandardCharsets.UTF_8)), dryRun));
    }

    private Actor.Person actor(String unit) {
        return organisation.actor(unit, Permission.BOARD_READ, Permission.DEVICES_WRITE);
    }

    private static Scan scan(String waybill, Instant at, String device) {
        return new Scan(waybill, ScanType.ARRIVED, at, HUB, null, null, device, null, null, null, null, null);
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }
}
