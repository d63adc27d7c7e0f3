package io.waypost.core.watch;

import static io.waypost.core.watch.WatchFixture.FAR;
import static io.waypost.core.watch.WatchFixture.SAME_PROVINCE;
import static io.waypost.core.watch.WatchFixture.hour;
import static io.waypost.core.watch.WatchFixture.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.Pause.By;
import io.waypost.core.watch.Pause.Reason;
import io.waypost.core.watch.WatchEvent.PauseEnded;
import io.waypost.core.watch.WatchEvent.Rests;
import io.waypost.core.watch.WatchEvent.Scanned;
import io.waypost.core.watch.WatchEvent.Settled;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 Silent means silent")
class SilenceWatchTest {

    private final WatchFixture parcel = new WatchFixture();

    @Test
    @DisplayName("P3 a real line-haul trace (惠州→成都, 76.5 h) is not silent, though a flat 24 h would say so")
    void leavesARealTraceAlone() {
        parcel.apply(scan(ScanType.PICKED_UP, 0, 0, "O441302-001", null, FAR))
                .apply(scan(ScanType.BAGGED, 10.1, 10.1, "O441302-001", null, FAR))
                .apply(scan(ScanType.DEPARTED, 10.7, 10.7, "O441302-001", "H4403", SAME_PROVINCE))
                .apply(scan(ScanType.ARRIVED, 33.0, 33.0, "H4403", null, FAR))
                .apply(scan(ScanType.DEPARTED, 33.2, 33.2, "H4403", "H5101", FAR))
                .apply(scan(ScanType.ARRIVED, 66.7, 66.7, "H5101", null, SAME_PROVINCE))
                .apply(scan(ScanType.DEPARTED, 67.5, 67.5, "H5101", "O510107-002", SAME_PROVINCE))
                .apply(scan(ScanType.BAGGED, 67.57, 67.57, "H5101", null, SAME_PROVINCE))
                .apply(scan(ScanType.ARRIVED, 71.1, 71.1, "O510107-002", null, SAME_PROVINCE))
                .apply(scan(ScanType.OUT_FOR_DELIVERY, 71.4, 71.4, "O510107-002", null, SAME_PROVINCE))
                .apply(scan(ScanType.STATION_IN, 74.9, 74.9, "O510107-002", null, SAME_PROVINCE))
                .apply(scan(ScanType.STATION_SIGNED, 76.5, 76.5, "O510107-002", null, SAME_PROVINCE))
                .passes(2000);
        assertThat(parcel.effects).isEmpty();
        assertThat(66.7 - 33.2).as("the gap that a flat rule flags").isGreaterThan(24);
    }

    @Test
    void warnsOnceAtTheLogicalTimeOfTheLimit() {
        parcel.apply(scan(ScanType.DEPARTED, 0, 0.1, "H4401", "H5101", FAR)).passes(48).passes(60).passes(61)
                .passes(900);
        assertThat(parcel.raised()).singleElement().satisfies(finding -> {
            assertThat(finding.raisedAt()).isEqualTo(hour(48));
            assertThat(finding.silentSince()).isEqualTo(hour(0));
            assertThat(finding.limit().hours()).isEqualTo(48);
        });
    }

    @Test
    void clearsItselfWhenTheParcelMoves() {
        parcel.apply(scan(ScanType.ARRIVED, 0)).apply(scan(ScanType.DEPARTED, 30)).passes(77)
                .apply(scan(ScanType.ARRIVED, 80));
        assertThat(parcel.cleared()).containsExactly(ClearCause.RESUMED, ClearCause.RESUMED);
        assertThat(parcel.raised()).extracting(SilenceFinding::raisedAt).containsExactly(hour(24), hour(78));
        assertThat(parcel.state.finding()).isNull();
    }

    @Test
    void retractsForALateUpload() {
        parcel.apply(scan(ScanType.ARRIVED, 0)).apply(scan(ScanType.DEPARTED, 20, 30, "H4401", "H5101", FAR));
        assertThat(parcel.cleared()).containsExactly(ClearCause.LATE_UPLOAD);
        assertThat(parcel.nextHours()).isEqualTo(68);
    }

    @Test
    void ignoresCallsAndReplies() {
        parcel.apply(scan(ScanType.ARRIVED, 0)).apply(scan(ScanType.CALL_MADE, 20))
                .apply(scan(ScanType.TICKET_REPLIED, 23));
        assertThat(parcel.nextHours()).isEqualTo(24);
        parcel.passes(25).apply(scan(ScanType.LABEL_PRINTED, 26));
        assertThat(parcel.state.finding()).isNotNull();
    }

    @Test
    void endsWithTheJourney() {
        parcel.apply(scan(ScanType.OUT_FOR_DELIVERY, 0)).passes(25).apply(scan(ScanType.SIGNED, 30)).passes(900);
        assertThat(parcel.cleared()).containsExactly(ClearCause.FINISHED);
        assertThat(parcel.raised()).hasSize(1);
        assertThat(parcel.watch.next(parcel.state)).isEmpty();
    }

    @Test
    void neverWatchesWhatIsNotYetOursOrIsHistory() {
        parcel.apply(scan(ScanType.ORDER_CREATED, 0)).passes(500);
        assertThat(parcel.watch.next(parcel.state)).isEmpty();
        parcel.event(new Scanned(scan(ScanType.ARRIVED, 1, 600, "H4401", null, FAR), true), hour(600)).passes(900);
        assertThat(parcel.effects).isEmpty();
    }

    @Test
    void aHistoricSignatureStillEndsAWatch() {
        parcel.apply(scan(ScanType.OUT_FOR_DELIVERY, 0)).passes(400);
        parcel.event(new Scanned(scan(ScanType.SIGNED, 1, 401, "H4401", null, FAR), true), hour(401));
        assertThat(parcel.cleared()).containsExactly(ClearCause.LATE_UPLOAD);
    }

    @Test
    void doesNotGoBackInTime() {
        parcel.apply(scan(ScanType.DEPARTED, 10)).apply(scan(ScanType.ARRIVED, 5, 11, "H4401", null, FAR));
        assertThat(parcel.nextHours()).isEqualTo(58);
    }

    @Test
    void restsAtAStationAndThenCounts() {
        parcel.apply(scan(ScanType.STATION_IN, 0)).passes(192);
        assertThat(parcel.effects).isEmpty();
        assertThat(parcel.nextHours()).isEqualTo(168 + 24);
        parcel.apply(scan(ScanType.STATION_OUT_COURIER, 100));
        assertThat(parcel.nextHours()).as("the station's pause ended with the move").isEqualTo(124);
    }

    @Test
    void aPersonsPauseClearsAndItsEndWarnsAgain() {
        parcel.apply(scan(ScanType.ARRIVED, 0)).passes(25);
        var hold = new Pause("p1", Reason.CUSTOMER_HOLD, hour(26), hour(50), By.PERSON);
        parcel.event(new Rests(hold), hour(26));
        assertThat(parcel.cleared()).as("two more hours had passed already").isEmpty();
        parcel.event(new Rests(new Pause("p2", Reason.CUSTOMER_HOLD, hour(20), hour(50), By.PERSON)), hour(27));
        assertThat(parcel.cleared()).containsExactly(ClearCause.PAUSED);
        assertThat(parcel.nextHours()).isEqualTo(54);
        parcel.event(new PauseEnded("p2"), hour(30)).event(new PauseEnded("p1"), hour(30)).passes(40);
        assertThat(parcel.raised()).extracting(SilenceFinding::raisedAt).containsExactly(hour(24), hour(34));
        assertThat(parcel.raised()).extracting(SilenceFinding::id).doesNotHaveDuplicates();
    }

    @Test
    void aSettledSilenceStaysQuietUntilTheParcelMoves() {
        parcel.apply(scan(ScanType.ARRIVED, 0)).passes(25).event(new Settled(), hour(26)).passes(500);
        assertThat(parcel.cleared()).containsExactly(ClearCause.MANUAL);
        assertThat(parcel.raised()).hasSize(1);
        parcel.apply(scan(ScanType.DEPARTED, 501)).passes(600);
        assertThat(parcel.raised()).hasSize(2);
    }

    @Test
    void aClosureAnnouncedBeforeTheLimitHoldsItBack() {
        var closed = new Pause("c1", Reason.CLOSURE, hour(10), hour(34), By.CLOSURE);
        var watch = new SilenceWatch(new LimitBook(List.of(WatchFixture.graceful())), PauseRules.defaults(),
                site -> site.equals("H5101") ? List.of(closed) : List.of());
        var held = new WatchFixture(watch).apply(scan(ScanType.DEPARTED, 0, 0, "H4401", "H5101", FAR));
        assertThat(held.nextHours()).isEqualTo(48 + 24 + 0.25);
        assertThat(new WatchFixture(watch).apply(scan(ScanType.DEPARTED, 0, 0, "H4401", "H6101", FAR)).nextHours())
                .isEqualTo(48.25);
    }

    @Test
    void believesThatAParcelCameAfterItLeft() {
        parcel.apply(scan(ScanType.DEPARTED, 30, 30, "H4401", "H5101", FAR))
                .apply(scan(ScanType.ARRIVED, 25, 49, "H5101", null, FAR));
        assertThat(parcel.nextHours()).as("the device was a day behind").isEqualTo(49 + 24);
        var loop = new WatchFixture().apply(scan(ScanType.DEPARTED, 30, 30, "H4401", "H5101", FAR))
                .apply(scan(ScanType.ARRIVED, 25, 31, "H6101", null, FAR));
        assertThat(loop.nextHours()).as("a late upload from another place").isEqualTo(78);
    }

    @Test
    void waitsForTheRestOfALateUpload() {
        var watch = new SilenceWatch(new LimitBook(List.of(WatchFixture.graceful())), PauseRules.defaults(),
                ClosureBook.NONE);
        var late = new WatchFixture(watch).apply(scan(ScanType.ARRIVED, 0, 100, "H4401", null, FAR));
        assertThat(late.nextHours()).as("half of its delay, at most twelve hours").isEqualTo(112);
        var soon = new WatchFixture(watch).apply(scan(ScanType.ARRIVED, 0, 26, "H4401", null, FAR));
        assertThat(soon.nextHours()).isEqualTo(38);
    }

    @Test
    void respectsAVersionThatAllowsMoreTimeBeforeTheLimitIsReached() {
        var set = WatchFixture.rows().stream()
                .map(row -> new LimitRow(row.key(), 60, LimitRow.Basis.SET, null, null, null, "雪灾", "HQ",
                        hour(20)))
                .toList();
        var book = new LimitBook(List.of(WatchFixture.table(1, Instant.EPOCH, WatchFixture.rows()),
                WatchFixture.table(2, hour(20), set)));
        var parcel2 = new WatchFixture(new SilenceWatch(book, PauseRules.defaults(), ClosureBook.NONE));
        parcel2.apply(scan(ScanType.ARRIVED, 0)).passes(59);
        assertThat(parcel2.effects).isEmpty();
        parcel2.passes(100);
        assertThat(parcel2.raised()).singleElement().satisfies(finding -> {
            assertThat(finding.raisedAt()).isEqualTo(hour(60));
            assertThat(finding.limit().version()).isEqualTo(2);
        });
    }
}
