package io.waypost.core.watch;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.WatchEffect.Cleared;
import io.waypost.core.watch.WatchEffect.Raised;
import io.waypost.core.watch.WatchEvent.Scanned;
import io.waypost.core.watch.WatchEvent.TimePassed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parcel under the watch of the default table, without grace so that hours are round. */
final class WatchFixture {

    static final String WAYBILL = "YT6247854916511";
    static final Lane FAR = new Lane(LaneClass.FAR, "440000", "510000");
    static final Lane SAME_PROVINCE = new Lane(LaneClass.SAME_PROVINCE, "440000", "440000");
    /** Ten in the morning in China, on a day without a holiday near. */
    static final Instant START = Instant.parse("2026-11-02T02:00:00Z");

    final List<WatchEffect> effects = new ArrayList<>();
    WatchState state = WatchState.unseen(WAYBILL);
    SilenceWatch watch;

    WatchFixture() {
        this(new SilenceWatch(new LimitBook(List.of(table(1, Instant.EPOCH, rows()))),
                PauseRules.defaults(),
                ClosureBook.NONE));
    }

    WatchFixture(SilenceWatch watch) {
        this.watch = watch;
    }

    /** Round numbers, whatever the defaults are. */
    static List<LimitRow> rows() {
        return Stream.of(Stage.values())
                .filter(stage -> stage != Stage.ORDERED && stage != Stage.ENDED && stage != Stage.INFORMATION)
                .map(stage -> new LimitRow(new LimitKey(stage, null, null, null, null),
                        stage == Stage.DEPARTED ? 48 : 24,
                        LimitRow.Basis.DEFAULT, null, null, null, "test", "test", Instant.EPOCH))
                .toList();
    }

    static Limits table(int version, Instant from, List<LimitRow> rows) {
        var policy = new LimitPolicy(24, 24, 8, 2.0, 1.25, 0, 3, 0, 0);
        return new Limits(version, from, rows, policy, Holidays.china(), Map.of());
    }

    /** The same with the grace and the waiting of a real installation. */
    static Limits graceful() {
        return new Limits(1, Instant.EPOCH, rows(), LimitPolicy.defaults(), Holidays.china(), Map.of());
    }

    static Instant hour(double hours) {
        return START.plus(Limit.hours(hours));
    }

    static LastScan scan(ScanType type, double hours, double arrival, String site, @Nullable String next, Lane lane) {
        return new LastScan(type, hour(hours), hour(arrival), site, type.stage(outlet(site), outlet(next)), next, null,
                lane);
    }

    static boolean outlet(@Nullable String site) {
        return site != null && site.startsWith("O");
    }

    static LastScan scan(ScanType type, double hours) {
        return scan(type, hours, hours, "H4401", null, FAR);
    }

    WatchFixture apply(LastScan scan) {
        return event(new Scanned(scan, false), scan.arrivedAt());
    }

    WatchFixture passes(double hours) {
        return event(new TimePassed(), hour(hours));
    }

    WatchFixture event(WatchEvent event, Instant at) {
        var step = watch.step(state, event, at);
        state = step.state();
        effects.addAll(step.effects());
        return this;
    }

    List<SilenceFinding> raised() {
        return effects.stream().filter(Raised.class::isInstance).map(effect -> ((Raised) effect).finding()).toList();
    }

    List<ClearCause> cleared() {
        return effects.stream().filter(Cleared.class::isInstance).map(effect -> ((Cleared) effect).cause()).toList();
    }

    double nextHours() {
        return Duration.between(START, watch.next(state).orElseThrow()).toMinutes() / 60.0;
    }
}
