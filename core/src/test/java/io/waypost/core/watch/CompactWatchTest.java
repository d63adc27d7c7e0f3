package io.waypost.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitRow.Basis;
import io.waypost.core.watch.Pause.By;
import io.waypost.core.watch.Pause.Reason;
import io.waypost.core.watch.WatchEffect.Cleared;
import io.waypost.core.watch.WatchEffect.Raised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 the watch on numbers finds what the written rule finds")
class CompactWatchTest {

    /** A week before the National Day, so that many a silence touches it. */
    private static final int START = (int) Instant.parse("2026-09-24T02:00:00Z").getEpochSecond();
    private static final int HOUR = 3600;
    private static final List<SiteIndex.Site> SITES = List.of(
            new SiteIndex.Site("H4401", false, "440100"), new SiteIndex.Site("H5101", false, "510100"),
            new SiteIndex.Site("O440106-003", true, "440106"), new SiteIndex.Site("O510104-001", true, "510104"),
            new SiteIndex.Site("H6501", false, "650100"), new SiteIndex.Site("X-UNKNOWN", false, null));

    @Test
    void everyLifeHasTheSameFindingsAndTheSameDeadlines() {
        int raised = 0;
        int cleared = 0;
        for (long seed = 1; seed <= 4_000; seed++) {
            var life = new Life(seed);
            for (int i = 0; i < 14; i++) {
                life.step();
                assertThat(life.compactEffects).as("seed %d, step %d", seed, i).isEqualTo(life.effects);
                assertThat(life.compactNext()).as("seed %d, step %d: %s", seed, i, life.state).isEqualTo(life.next());
            }
            raised += (int) life.effects.stream().filter(text -> text.startsWith("raised")).count();
            cleared += (int) life.effects.stream().filter(text -> text.startsWith("cleared")).count();
        }
        assertThat(raised).as("lives in which something happens").isGreaterThan(5_000);
        assertThat(cleared).isGreaterThan(3_000);
    }

    @Test
    void theLimitsAreTheSameForEveryStageLaneAndHour() {
        var sites = sites();
        var lanes = new LaneIndex();
        var random = new Random(7);
        for (var limits : versions()) {
            var index = new LimitIndex(limits, sites, lanes);
            for (int i = 0; i < 40_000; i++) {
                var site = SITES.get(random.nextInt(SITES.size()));
                var to = SITES.get(random.nextInt(SITES.size()));
                int lane = lanes.number(site.division(), to.division());
                var stage = Stage.ofCode(1 + random.nextInt(Stage.CODES));
                int at = START + random.nextInt(400 * 24 * HOUR);
                var scan = new LastScan(ScanType.ARRIVED, Instant.ofEpochSecond(at), Instant.ofEpochSecond(at),
                        site.code(), stage, null, null, lanes.lane(lane));
                assertThat(index.seconds(stage.code(), lane, at, sites.number(site.code())))
                        .as("%s", scan)
                        .isEqualTo(limits.limit(scan).map(limit -> (int) limit.duration().toSeconds())
                                .orElse(LimitIndex.UNWATCHED));
            }
        }
    }

    private static SiteIndex sites() {
        var sites = new SiteIndex();
        SITES.forEach(sites::describe);
        return sites;
    }

    private static List<Limits> versions() {
        var lane = new LimitKey(Stage.DEPARTED, null, "440000", "510000", null);
        var night = new LimitKey(Stage.ARRIVED_OUTLET, null, null, null, DayPart.NIGHT);
        var second = new ArrayList<>(DefaultLimits.rows());
        second.add(row(lane, 31.5, Basis.LEARNT));
        second.add(row(night, 70, Basis.LEARNT));
        second.add(row(new LimitKey(Stage.PICKED_UP, null, null, null, null), 26, Basis.SET));
        var third = new ArrayList<>(second);
        third.removeIf(row -> row.key().stage() == Stage.CUSTOMS);
        third.add(row(new LimitKey(Stage.DEPARTED, null, null, null, null), 90, Basis.SET));
        third.add(resting(new LimitKey(Stage.ARRIVED_HUB, null, null, null, null), 51, 0b1000000));
        third.add(resting(new LimitKey(Stage.ARRIVED_OUTLET, LaneClass.FAR, null, null, null), 27, 0b1000100));
        third.add(resting(lane, 31.37, 0b0010101));
        return List.of(DefaultLimits.table(),
                new Limits(2, Instant.ofEpochSecond(START + 60 * HOUR), second, LimitPolicy.defaults(),
                        Holidays.china(), Map.of("H4401", 2.4, "O510104-001", 9.0)),
                new Limits(3, Instant.ofEpochSecond(START + 150 * HOUR), third, LimitPolicy.defaults(),
                        Holidays.china(), Map.of("H5101", 0.0), places()));
    }

    private static Map<RestKey, RestDays> places() {
        return Map.of(new RestKey("H4401", Stage.ARRIVED_HUB, LaneClass.FAR), RestDays.NONE,
                new RestKey("H5101", Stage.ARRIVED_HUB, null), new RestDays(0b0001000, true),
                new RestKey("O510104-001", Stage.ARRIVED_OUTLET, null), new RestDays(0b1100000),
                new RestKey("O510104-001", Stage.PICKED_UP, null), new RestDays(0b0000001));
    }

    private static LimitRow row(LimitKey key, double hours, Basis basis) {
        return new LimitRow(key, hours, basis, null, null, null, "test", "test", Instant.EPOCH);
    }

    private static LimitRow resting(LimitKey key, double hours, int days) {
        return new LimitRow(key, hours, RestDays.ofCode(days), Basis.LEARNT, 99.9, 5_000L, null, "test", "test",
                Instant.EPOCH);
    }

    @Test
    void theLimitsAreTheSameWhateverTheDaysOfRest() {
        var sites = sites();
        var lanes = new LaneIndex();
        var random = new Random(11);
        int lengthened = 0;
        for (int table = 0; table < 400; table++) {
            var rows = new ArrayList<LimitRow>();
            for (var stage : List.of(Stage.ARRIVED_HUB, Stage.ARRIVED_OUTLET, Stage.DEPARTED, Stage.PICKED_UP,
                    Stage.DELIVERY_FAILED, Stage.RETURNING)) {
                for (var laneClass : LaneClass.values()) {
                    rows.add(resting(new LimitKey(stage, laneClass, null, null, null), 1 + random.nextDouble() * 120,
                            code(random)));
                }
                rows.add(resting(new LimitKey(stage, null, null, null, DayPart.EVENING), 51, code(random)));
            }
            rows.add(resting(new LimitKey(Stage.ARRIVED_HUB, null, "440000", "510000", null), 51, code(random)));
            var limits = new Limits(2, Instant.EPOCH, rows, LimitPolicy.defaults(), Holidays.china(),
                    Map.of("H4401", 2.4), table % 3 == 0 ? Map.of() : places(random));
            var index = new LimitIndex(limits, sites, lanes);
            for (int i = 0; i < 500; i++) {
                var site = SITES.get(random.nextInt(SITES.size()));
                int lane = lanes.number(site.division(), SITES.get(random.nextInt(SITES.size())).division());
                var stage = rows.get(random.nextInt(rows.size())).key().stage();
                int at = START + random.nextInt(120 * 24 * HOUR);
                var scan = new LastScan(ScanType.ARRIVED, Instant.ofEpochSecond(at), Instant.ofEpochSecond(at),
                        site.code(), stage, null, null, lanes.lane(lane));
                var limit = limits.limit(scan);
                assertThat(index.seconds(stage.code(), lane, at, sites.number(site.code()))).as("%s", scan)
                        .isEqualTo(limit.map(one -> (int) one.duration().toSeconds()).orElse(LimitIndex.UNWATCHED));
                lengthened += limit.filter(one -> one.parts().stream().anyMatch(part -> part.kind() == Limit.Kind.REST))
                        .isPresent() ? 1 : 0;
            }
        }
        assertThat(lengthened).as("limits that a day of rest lengthens").isGreaterThan(100_000);
    }

    private static int code(Random random) {
        return random.nextInt(127) | (random.nextBoolean() ? 128 : 0);
    }

    private static Map<RestKey, RestDays> places(Random random) {
        var places = new HashMap<RestKey, RestDays>();
        for (var site : SITES) {
            for (var stage : List.of(Stage.ARRIVED_HUB, Stage.ARRIVED_OUTLET, Stage.PICKED_UP)) {
                for (var laneClass : LaneClass.values()) {
                    if (random.nextInt(3) == 0) {
                        places.put(new RestKey(site.code(), stage, stage == Stage.ARRIVED_HUB ? laneClass : null),
                                RestDays.ofCode(random.nextInt(4) == 0 ? 0 : code(random)));
                    }
                }
            }
        }
        return places;
    }

    /** One parcel under both watches. */
    private static final class Life implements CompactFindings {

        private final Random random;
        private final SiteIndex sites = sites();
        private final LaneIndex lanes = new LaneIndex();
        private final SilenceWatch watch;
        private final CompactWatch compact;
        private final ParcelState numbers = new ParcelState();
        private final ParcelAside aside = new ParcelAside();
        private final CompactScan scan = new CompactScan();
        private final List<String> effects = new ArrayList<>();
        private final List<String> compactEffects = new ArrayList<>();
        private WatchState state = WatchState.unseen("YT6247854916511");
        private int now = START;
        private @Nullable String lastPause;

        Life(long seed) {
            random = new Random(seed);
            var closed = new Pause("CLOSURE:1", Reason.CLOSURE, instant(START + 20 * HOUR), instant(START + 75 * HOUR),
                    By.CLOSURE);
            ClosureBook closures = site -> site.equals("H5101") ? List.of(closed) : List.of();
            watch = new SilenceWatch(new LimitBook(versions()), PauseRules.defaults(), closures);
            int[] spans = Resting.of(List.of(closed));
            compact = new CompactWatch(versions(), PauseRules.defaults(),
                    site -> sites.site(site).code().equals("H5101") ? spans : Resting.NEVER, sites, lanes);
        }

        void step() {
            now += random.nextInt(10) < 7 ? random.nextInt(12 * HOUR) : random.nextInt(150 * HOUR);
            switch (random.nextInt(12)) {
                case 0 -> event(new WatchEvent.TimePassed());
                case 1 -> pause();
                case 2 -> event(new WatchEvent.Settled());
                case 3 -> {
                    if (state.last() != null) {
                        event(new WatchEvent.PauseEnded(random.nextBoolean() && lastPause != null
                                ? lastPause
                                : "SCAN:" + state.last().type()));
                    }
                }
                default -> scanned();
            }
        }

        @Override
        public void raised(ParcelState after, int at) {
            compactEffects.add("raised %d of %d, warning %d, limit %d".formatted(at, after.lastAt, after.warnings,
                    after.limitVersion));
        }

        @Override
        public void cleared(ParcelState before, int at, ClearCause cause) {
            compactEffects.add("cleared %d %s".formatted(at, cause));
        }

        @Override
        public void suspected(ParcelState after, int at) {
            // What is suspected of courses is another test's business.
        }

        int compactNext() {
            return compact.next(numbers, aside);
        }

        int next() {
            return watch.next(state).map(due -> (int) due.getEpochSecond()).orElse(CompactWatch.NEVER);
        }

        private void pause() {
            lastPause = "pause " + random.nextInt(3);
            int from = now - random.nextInt(30 * HOUR);
            event(new WatchEvent.Rests(new Pause(lastPause, Reason.CUSTOMER_HOLD, instant(from),
                    instant(from + random.nextInt(90 * HOUR)), By.PERSON)));
        }

        private void scanned() {
            var type = random.nextInt(3) == 0
                    ? ScanType.ofCode(1 + random.nextInt(ScanType.CODES))
                    : random.nextBoolean() ? ScanType.ARRIVED : ScanType.DEPARTED;
            var site = SITES.get(random.nextInt(SITES.size()));
            var next = random.nextBoolean() ? SITES.get(random.nextInt(SITES.size())) : null;
            int lane = lanes.number(site.division(), next == null ? "510104" : next.division());
            scan.arrival = now;
            scan.at = random.nextInt(4) == 0
                    ? Math.max(START, now - random.nextInt(40 * HOUR))
                    : now - random.nextInt(9);
            if (state.last() != null && random.nextInt(12) == 0) {
                scan.at = (int) state.last().at().getEpochSecond();
            }
            scan.type = type.code();
            scan.stage = type.stage(site.outlet(), next != null && next.outlet()).code();
            scan.site = sites.number(site.code());
            scan.nextSite = next == null ? SiteIndex.NONE : sites.number(next.code());
            scan.lane = lane;
            scan.bagged = random.nextInt(3) == 0;
            scan.historic = random.nextInt(15) == 0;
            var last = new LastScan(type, instant(scan.at), instant(now), site.code(), Stage.ofCode(scan.stage),
                    next == null ? null : next.code(), scan.bagged ? "B1" : null, lanes.lane(lane));
            event(new WatchEvent.Scanned(last, scan.historic));
            assertThat((numbers.flags & ParcelState.BAGGED) != 0)
                    .isEqualTo(state.last() != null && state.last().bag() != null);
        }

        private void event(WatchEvent event) {
            var step = watch.step(state, event, instant(now));
            state = step.state();
            for (var effect : step.effects()) {
                effects.add(switch (effect) {
                    case Raised(var finding) -> "raised %d of %d, warning %d, limit %d".formatted(
                            finding.raisedAt().getEpochSecond(), finding.silentSince().getEpochSecond(),
                            earlier(finding) + 1, finding.limit().version());
                    case Cleared(_, _, var at, var cause) ->
                        "cleared %d %s".formatted(at.getEpochSecond(), cause);
                });
            }
            switch (event) {
                case WatchEvent.Scanned _ -> compact.onScan(numbers, aside, scan, this);
                case WatchEvent.Rests(var pause) -> compact.rests(numbers, aside, pause, now, this);
                case WatchEvent.PauseEnded(var id) -> compact.endPause(numbers, aside, id, now, this);
                case WatchEvent.Settled() -> compact.settle(numbers, aside, now, this);
                case WatchEvent.TimePassed() -> compact.advance(numbers, aside, now, this);
            }
        }

        /** How many warnings the silence had before this one: its id tells. */
        private static int earlier(SilenceFinding finding) {
            for (int warnings = 0; warnings < 50; warnings++) {
                if (SilenceFinding.id(finding.waybill(), finding.silentSince(), warnings).equals(finding.id())) {
                    return warnings;
                }
            }
            throw new AssertionError("The finding %s has no warning's id".formatted(Objects.toString(finding.id())));
        }

        private static Instant instant(int second) {
            return Instant.ofEpochSecond(second);
        }
    }
}
