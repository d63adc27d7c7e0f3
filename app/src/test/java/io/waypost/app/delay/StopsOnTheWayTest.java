package io.waypost.app.delay;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.calendar.Calendars;
import io.waypost.app.network.Closure;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitRef;
import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarDraft;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.HolidayRule;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.calendar.Shift;
import io.waypost.core.calendar.WorkCalendar;
import io.waypost.core.delay.Closed;
import io.waypost.core.delay.DelayPoint;
import io.waypost.core.network.UnitKind;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Lane;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P4 Closures and days off of the places on a parcel's way")
class StopsOnTheWayTest {

    private static final String HUB = "H4401";
    private static final String OUTLET = "O440106-001";
    private static final String CITY = "C4401";

    /** The Wednesday before the seven days of National Day, 10:00 in China. */
    private static final Instant WEDNESDAY = Instant.parse("2026-09-30T02:00:00Z");

    private final StopsOnTheWay stops = new StopsOnTheWay(new Tree(), new Kept());

    @Test
    void theOutletIsClosedOnHolidaysWhereItsCalendarSaysSo() {
        var closed = after(Stage.ARRIVED_OUTLET, OUTLET, WEDNESDAY);
        // 14 hours until midnight, then closed from the 1st to the 7th.
        assertThat(closed.here().hours(WEDNESDAY, Instant.parse("2026-10-07T15:00:00Z"))).isEqualTo(14);
        assertThat(closed.here().hours(WEDNESDAY, Instant.parse("2026-10-08T02:00:00Z"))).isEqualTo(24);
    }

    @Test
    void aDayOfWhichNothingIsAnnouncedYetCountsAsWorked() {
        var at = Instant.parse("2027-09-29T02:00:00Z");
        assertThat(after(Stage.ARRIVED_OUTLET, OUTLET, at).here().hours(at, at.plusSeconds(10 * 86_400)))
                .isEqualTo(240);
    }

    @Test
    void theHubWorksEveryDayAndStopsOnlyWhenThatIsAnnounced() {
        var closed = after(Stage.ARRIVED_HUB, HUB, WEDNESDAY);
        assertThat(closed.here().hours(WEDNESDAY, WEDNESDAY.plusSeconds(86_400))).isEqualTo(24);
        var storm = after(Stage.ARRIVED_HUB, HUB, Tree.STORM.from());
        assertThat(storm.here().hours(Tree.STORM.from(), Tree.STORM.until())).isZero();
    }

    @Test
    void aLorryBetweenHubsDrivesOnAndIsStillNotDeliveredWhereItIsClosed() {
        var from = Tree.STORM.from();
        var closed = after(Stage.DEPARTED, HUB, from);
        assertThat(closed.here().hours(from, Tree.STORM.until())).isEqualTo(30);
        assertThat(closed.there().hours(from, Tree.STORM.until())).isZero();
        assertThat(after(Stage.DEPARTED, HUB, from, "110101").there().hours(from, Tree.STORM.until()))
                .as("another city").isEqualTo(30);
    }

    private Closed after(Stage stage, String site, Instant at) {
        return after(stage, site, at, "440106");
    }

    private Closed after(Stage stage, String site, Instant at, String division) {
        var point = new DelayPoint(ScanType.ARRIVED, stage, new Lane(LaneClass.FAR, "110000", "440000"), "H1101", at);
        return stops.of(new Course("YT1", null, division, List.of(new Course.Step(point, at, site)))).after(point);
    }

    /** Guangzhou with its hub and one outlet; the city stands still for thirty hours of a storm. */
    private static final class Tree implements Network {

        static final Closure STORM = new Closure(UUID.randomUUID(), CITY, Closure.Reason.WEATHER,
                Instant.parse("2026-08-10T00:00:00Z"), Instant.parse("2026-08-11T06:00:00Z"),
                Instant.parse("2026-08-09T22:00:00Z"));

        private final List<Unit> units = List.of(unit("HQ", UnitKind.HEADQUARTERS, "/HQ/", null),
                unit(CITY, UnitKind.CITY, "/HQ/C4401/", "440100"),
                unit(HUB, UnitKind.HUB, "/HQ/C4401/H4401/", "440100"),
                unit(OUTLET, UnitKind.OUTLET, "/HQ/C4401/O440106-001/", "440106"));

        private static Unit unit(String code, UnitKind kind, String path, @Nullable String division) {
            return new Unit(code, code, kind, null, path, division, null, null, null, null, null, true, 1);
        }

        @Override
        public List<Closure> closures(String code, Instant from, Instant until) {
            return unit(code).filter(unit -> unit.path().startsWith("/HQ/C4401/")).stream()
                    .flatMap(_ -> Stream.of(STORM))
                    .filter(closure -> closure.from().isBefore(until) && from.isBefore(closure.until())).toList();
        }

        @Override
        public Optional<Unit> unit(String code) {
            return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
        }

        @Override
        public List<Unit> all() {
            return units;
        }

        @Override
        public Map<String, Unit> units(Collection<String> codes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UnitRef ref(String code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Unit> ancestors(String code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Unit> atOrAbove(String code, UnitKind kind) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Unit> children(String code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Unit> headquarters() {
            return Optional.of(units.getFirst());
        }
    }

    /** The outlet rests on public holidays, the hub never. */
    private static final class Kept implements Calendars {

        private static final CalendarId RESTING = new CalendarId("resting", 1);
        private static final CalendarId ALWAYS = new CalendarId("always", 1);

        @Override
        public CalendarBook book() {
            return id -> WorkCalendar.of(CalendarDraft.inChina(id, CalendarDraft.everyDay(Shift.of("08:00", "20:00")),
                    id.equals(RESTING) ? new HolidayRule(true, null) : HolidayRule.ignored()), holidays());
        }

        @Override
        public CalendarId ofUnit(String unitCode, Instant at) {
            return unitCode.equals(OUTLET) ? RESTING : ALWAYS;
        }

        @Override
        public CalendarId inForce(String code, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean known(String code) {
            return true;
        }

        @Override
        public Holidays holidays() {
            return Holidays.china();
        }
    }
}
