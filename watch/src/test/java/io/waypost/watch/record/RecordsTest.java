package io.waypost.watch.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.DayPart;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.LimitKey;
import io.waypost.core.watch.LimitPolicy;
import io.waypost.core.watch.LimitRow;
import io.waypost.core.watch.Limits;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.RestDays;
import io.waypost.core.watch.RestKey;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.record.WatchRecord.BatchTaken;
import io.waypost.watch.record.WatchRecord.Heartbeat;
import io.waypost.watch.record.WatchRecord.LaneNamed;
import io.waypost.watch.record.WatchRecord.LimitsAdded;
import io.waypost.watch.record.WatchRecord.PauseEnded;
import io.waypost.watch.record.WatchRecord.Rests;
import io.waypost.watch.record.WatchRecord.SendersKnown;
import io.waypost.watch.record.WatchRecord.Settled;
import io.waypost.watch.record.WatchRecord.SiteCloses;
import io.waypost.watch.record.WatchRecord.SiteDescribed;
import io.waypost.watch.record.WatchRecord.SitesDescribed;
import io.waypost.watch.record.WatchRecord.Span;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("P3 what the log holds comes back as it was, or is refused")
class RecordsTest {

    /** One of kind 13, with days of rest in its row and none of places. */
    private static final String TABLE_WITHOUT_PLACES = """
            DQAAAAoAAAAAawujQAAAAAAAAAABAAAAC0FSUklWRURfSFVCAQAAAANGQVIAAAEAAAAFTklHSFRASYAAAAAAAAAAAEQAAAAGTEVBUk5UAUBY+ZmZmZma\
            AQAAAAAAADA5AUAMAAAAAAAAQDFAAAAAAAAAAAAOcDk5Ljkgb2YgMTIzNDUAAAAIbGVhcm5pbmcAAAAAawujQAAAAABAOAAAAAAAAEA4AAAAAAAAQCAA\
            AAAAAABAAAAAAAAAAD/0AAAAAAAAP9AAAAAAAABACAAAAAAAAD/gAAAAAAAAQCgAAAAAAAAAAAABAAAH6gAAAAZub3RpY2UAAAABAAAACeWbveW6huiK\
            ggAAAAAAAFD3AAAAAAAAUP0AAAABAAAAAAAAUQAAAAABAAAAAkgxP/gAAAAAAAA=\
            """;

    /** What was written of a table of two rows before rows had days of rest. */
    private static final String OLD_TABLE = """
            BAAAAAkAAAAAawujQAAAAAAAAAACAAAAC0FSUklWRURfSFVCAQAAAANGQVIAAAEAAAAFTklHSFRASYAAAAAAAAAAAAZMRUFSTlQBQFj5mZmZmZ\
            oBAAAAAAAAMDkBQAwAAAAAAABAMUAAAAAAAAAAAA5wOTkuOSBvZiAxMjM0NQAAAAhsZWFybmluZwAAAABrC6NAAAAAAAAAAAhERVBBUlRFRAAB\
            AAAABjQ0MDAwMAEAAAAGNTEwMDAwAEBEAAAAAAAAAAAAA1NFVAAAAAAAAAtyb2FkIGNsb3NlZAAAAAnlkajmgLvpg6gAAAAAawujQAAAAABAOA\
            AAAAAAAEA4AAAAAAAAQCAAAAAAAABAAAAAAAAAAD/0AAAAAAAAP9AAAAAAAABACAAAAAAAAD/gAAAAAAAAQCgAAAAAAAAAAAABAAAH6gAAAAZu\
            b3RpY2UAAAABAAAACeWbveW6huiKggAAAAAAAFD3AAAAAAAAUP0AAAABAAAAAAAAUQAAAAABAAAAAkgxP/gAAAAAAAA=\
            """;

    private static final Instant NOON = Instant.parse("2026-11-02T04:00:00.000001Z");

    static Stream<WatchRecord> records() {
        return Stream.of(new SiteDescribed(7, new SiteIndex.Site("O440106-001", true, "440106")),
                new SiteDescribed(8, new SiteIndex.Site("琶洲", false, null)),
                new SitesDescribed(9, List.of(new SiteIndex.Site("O1", true, "440106"),
                        new SiteIndex.Site("琶洲", false, null))),
                new LaneNamed(3, new Lane(LaneClass.SAME_PROVINCE, "44", "51")), new LaneNamed(0, Lane.UNKNOWN),
                new SiteCloses(7, List.of(new Span(1, 2), new Span(5, 9))), new SiteCloses(8, List.of()),
                new Rests(42, new Pause("one", Pause.Reason.CUSTOMER_HOLD, NOON, NOON.plusSeconds(60),
                        Pause.By.PERSON)),
                new PauseEnded(-5, "SCAN:SIGNED"), new Settled(Long.MAX_VALUE), new Heartbeat(),
                new BatchTaken("key/gate-7", Sender.HIGHEST, 5),
                new SendersKnown(77, List.of(new Sender("key/gate-7", 9, -1, 3, 5), new Sender("b", 1, 1, 0, 6))));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyKindComesBack(WatchRecord record) {
        var frame = Records.write(record);
        assertThat(Records.holdsScans(frame)).isFalse();
        assertThat(Records.read(frame)).isEqualTo(record);
        assertThat(Records.read(frame)).as("the frame stays to be read").isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsCutOffOrGoesOnIsRefused(WatchRecord record) {
        var whole = Records.write(record);
        for (int length = 1; length < whole.remaining(); length++) {
            var piece = whole.slice(0, length);
            assertThatThrownBy(() -> Records.read(piece)).isInstanceOf(UnreadableRecord.class);
        }
        var longer = ByteBuffer.allocate(whole.remaining() + 1).put(whole.duplicate()).put((byte) 0).flip();
        assertThatThrownBy(() -> Records.read(longer)).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void aKindThatIsNotKnownIsRefused() {
        var frame = ByteBuffer.wrap(new byte[]{77});
        assertThatThrownBy(() -> Records.read(frame)).isInstanceOf(UnreadableRecord.class).hasMessageContaining("77");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableOfLimitsComesBackWithAllItRestsOn(Limits table) {
        var read = ((LimitsAdded) Records.read(Records.write(new LimitsAdded(table)))).limits();
        assertThat(read.version()).isEqualTo(table.version());
        assertThat(read.effectiveFrom()).isEqualTo(table.effectiveFrom());
        assertThat(read.rows()).isEqualTo(table.rows());
        assertThat(read.policy()).isEqualTo(table.policy());
        assertThat(read.holidays()).isEqualTo(table.holidays());
        assertThat(read.graces()).isEqualTo(table.graces());
        assertThat(read.restByPlace()).isEqualTo(table.restByPlace());
        assertThat(Records.write(new LimitsAdded(read))).isEqualTo(Records.write(new LimitsAdded(table)));
    }

    static Stream<Limits> tables() {
        var learnt = new LimitRow(new LimitKey(Stage.PICKED_UP, null, "44", "51", DayPart.NIGHT), 31.5,
                new RestDays(0b1000100, true), LimitRow.Basis.LEARNT, 0.995, 12_345L,
                new LimitRow.Usual(3.5, 17.25), "学自近 28 天", "platform", NOON);
        var set = new LimitRow(new LimitKey(Stage.PICKED_UP, LaneClass.SAME_PROVINCE, null, null, null), 12,
                LimitRow.Basis.SET, null, null, null, "", "周总部", NOON);
        return Stream.of(DefaultLimits.table(), new Limits(9, NOON, List.of(learnt, set),
                new LimitPolicy(20, 22, 7, 2.5, 1.5, 0.5, 4, 0.25, 10), Holidays.china(),
                Map.of("O440106-001", 0.75, "H1", 1.5),
                Map.of(new RestKey("O440106-001", Stage.PICKED_UP, null), RestDays.NONE,
                        new RestKey("O440106-001", Stage.ARRIVED_OUTLET, null), new RestDays(0b1100000),
                        new RestKey("H1", Stage.ARRIVED_HUB, LaneClass.FAR), new RestDays(1, true),
                        new RestKey("H1", Stage.ARRIVED_HUB, null), new RestDays(2))));
    }

    @Test
    void aTableThatWasWrittenBeforeRowsHadDaysOfRestIsRead() {
        var read = ((LimitsAdded) Records.read(ByteBuffer.wrap(Base64.getDecoder().decode(OLD_TABLE)))).limits();
        var hub = new LimitKey(Stage.ARRIVED_HUB, LaneClass.FAR, null, null, DayPart.NIGHT);
        var lane = new LimitKey(Stage.DEPARTED, null, "440000", "510000", null);
        var then = Instant.parse("2026-11-29T04:00:00Z");
        assertThat(read.version()).isEqualTo(9);
        assertThat(read.rows()).containsExactly(
                new LimitRow(hub, 51, RestDays.NONE, LimitRow.Basis.LEARNT, 99.9, 12_345L,
                        new LimitRow.Usual(3.5, 17.25), "p99.9 of 12345", "learning", then),
                new LimitRow(lane, 40, RestDays.NONE, LimitRow.Basis.SET, null, null, null, "road closed", "周总部",
                        then));
        assertThat(read.policy()).isEqualTo(LimitPolicy.defaults());
        assertThat(read.holidays().makeUpDays()).containsExactly(LocalDate.of(2026, 10, 10));
        assertThat(read.graces()).isEqualTo(Map.of("H1", 1.5));
    }

    @Test
    void aTableThatWasWrittenBeforePlacesHadDaysOfRestIsRead() {
        var read = ((LimitsAdded) Records.read(ByteBuffer.wrap(Base64.getDecoder().decode(TABLE_WITHOUT_PLACES))))
                .limits();
        assertThat(read.version()).isEqualTo(10);
        assertThat(read.rows()).singleElement().satisfies(row -> assertThat(row.restDays())
                .isEqualTo(RestDays.of(List.of(DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY))));
        assertThat(read.graces()).isEqualTo(Map.of("H1", 1.5));
        assertThat(read.restByPlace()).isEmpty();
    }

    @Test
    void rowsOfScansComeBackFieldByField() {
        var random = new Random(11);
        var frame = Records.frameOfScans(1_000);
        var written = new ArrayList<List<Object>>();
        for (int i = 0; i < 1_000; i++) {
            var scan = new CompactScan();
            scan.at = random.nextInt();
            scan.site = random.nextInt(1 << 24);
            scan.nextSite = random.nextInt(1 << 24);
            scan.lane = random.nextInt(1 << 16);
            scan.type = random.nextInt(128);
            scan.stage = random.nextInt(128);
            scan.bagged = random.nextBoolean();
            scan.historic = random.nextBoolean();
            long key = random.nextLong();
            int device = random.nextInt();
            int operator = random.nextInt();
            ScanRow.put(frame, key, scan, device, operator);
            written.add(fields(key, scan, device, operator));
        }
        frame.flip();
        assertThat(Records.holdsScans(frame)).isTrue();
        assertThat(Records.scans(frame)).isEqualTo(1_000);
        var read = new ArrayList<List<Object>>();
        var scan = new CompactScan();
        for (int i = 0; i < 1_000; i++) {
            int row = Records.row(frame, i);
            ScanRow.read(frame, row, scan);
            read.add(fields(ScanRow.key(frame, row), scan, ScanRow.device(frame, row), ScanRow.operator(frame, row)));
        }
        assertThat(read).isEqualTo(written);
        assertThatThrownBy(() -> Records.scans(frame.limit(frame.limit() - 1))).isInstanceOf(UnreadableRecord.class);
    }

    private static List<Object> fields(long key, CompactScan scan, int device, int operator) {
        return List.of(key, scan.at, scan.site, scan.nextSite, scan.lane, scan.type, scan.stage, scan.bagged,
                scan.historic, device, operator);
    }
}
