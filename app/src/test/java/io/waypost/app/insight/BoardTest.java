package io.waypost.app.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "waypost.mode=DEMO")
@DisplayName("I6 boards add up what is below a unit, and show nobody more than that")
class BoardTest {

    private final Organisation organisation;
    private final BoardController boards;
    private final Pictures pictures;
    private final ScanIntake intake;
    private final BusinessClock clock;
    private final Deadlines deadlines;

    BoardTest(Organisation organisation, BoardController boards, Pictures pictures, ScanIntake intake,
            BusinessClock clock, Deadlines deadlines) {
        this.organisation = organisation;
        this.boards = boards;
        this.pictures = pictures;
        this.intake = intake;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void aBoardAddsUpWhatLiesBelow() {
        scan("YT6000000000001", ScanType.ARRIVED, "H4401");
        scan("YT6000000000002", ScanType.ARRIVED, "H4401");
        scan("YT6000000000003", ScanType.ARRIVED, "H1101");
        scan("YT6000000000004", ScanType.SIGNED, Organisation.TIANHE);
        pass(Duration.ofHours(51).plusMinutes(20));
        scan("YT6000000000002", ScanType.OUT_FOR_DELIVERY, Organisation.TIANHE);
        pass(Duration.ofMinutes(125));
        pictures.take();

        var network = board(Organisation.HEADQUARTERS, null);
        assertThat(network.inFlight()).isEqualTo(3);
        assertThat(network.silentNow()).isEqualTo(2);
        assertThat(network.tickets().open()).isEqualTo(2);
        assertThat(network.tickets().atRegion()).isEqualTo(2);
        assertThat(network.tickets().closedToday() + network.trend().stream().mapToLong(hour -> hour.closed()).sum())
                .isPositive();
        assertThat(network.warnings().wrong()).isEqualTo(1);
        assertThat(network.warnings().precision()).isZero();
        assertThat(network.trend()).hasSize(24);
        assertThat(network.trend().stream().mapToLong(hour -> hour.raised()).sum()).isEqualTo(3);
        assertThat(network.trend().stream().mapToLong(hour -> hour.cleared()).sum()).isEqualTo(1);
        assertThat(network.regions()).extracting(row -> row.unit().code()).containsExactlyInAnyOrder("R01", "R05");
        assertThat(network.provinces()).extracting(NetworkBoard.ProvinceRow::name).contains("广东省", "北京市");
        assertThat(network.worst()).extracting(row -> row.unit().code()).containsExactly("H1101", "H4401");
        assertThat(network.worst().getFirst().oldestHours()).isEqualTo(53);

        var south = board(Organisation.SOUTH, Organisation.SOUTH);
        assertThat(south.inFlight()).isEqualTo(2);
        assertThat(south.silentNow()).isEqualTo(1);
        assertThat(south.regions()).extracting(row -> row.unit().code()).containsExactly("P44");
        assertThat(south.provinces()).extracting(NetworkBoard.ProvinceRow::division).containsExactly("440000");
    }

    @Test
    void nobodyLooksOutsideTheirPartOfTheTree() {
        for (var unit : List.of(Organisation.HEADQUARTERS, Organisation.NORTH, "NOWHERE")) {
            assertThatThrownBy(() -> board(Organisation.SOUTH, unit)).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.code()).isEqualTo("NOT_FOUND"));
        }
        assertThat(board(Organisation.SOUTH, null).unit().code()).isEqualTo(Organisation.SOUTH);
    }

    @Test
    void freshnessIsShownByTheUnitsBelow() {
        scan("YT6000000000009", ScanType.ARRIVED, "H4401");
        pass(Duration.ofMinutes(10));
        pictures.take();
        var rows = Acting.as(actor(Organisation.HEADQUARTERS), () -> boards.freshness(null)).items();
        assertThat(rows).extracting(row -> row.unit().code()).contains("R05");
        assertThat(rows).allMatch(row -> row.scans() > 0 && row.shareUnder5Minutes() <= 1);
    }

    @Test
    void lookersShareOnePicture() {
        var first = pictures.take();
        assertThat(pictures.current()).isSameAs(first);
    }

    private NetworkBoard board(String of, @org.jspecify.annotations.Nullable String asked) {
        return Acting.as(actor(of), () -> boards.network(asked));
    }

    private Actor.Person actor(String unit) {
        return organisation.actor(unit, Permission.BOARD_READ);
    }

    private void scan(String waybill, ScanType type, String site) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        intake.take(List.of(Scan.of(waybill, type, now, site)), "test", now);
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }
}
