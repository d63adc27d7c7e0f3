package io.waypost.core.deadline;

import static io.waypost.core.calendar.CalendarFixture.naive;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarFixture;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.WorkCalendar;
import io.waypost.core.deadline.AlarmPlan.Repeat;
import io.waypost.core.deadline.AlarmPlan.Warning;
import io.waypost.core.deadline.ClockEvent.CalendarChanged;
import io.waypost.core.deadline.ClockEvent.LimitChanged;
import io.waypost.core.deadline.ClockEvent.Resumed;
import io.waypost.core.deadline.ClockEvent.Started;
import io.waypost.core.deadline.ClockStep.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Histories of clocks by hand and by chance, and a clock that is kept quarter by quarter. */
final class ClockFixture {

    static final AlarmPlan ALARMS = new AlarmPlan(
            List.of(new Warning.Before(Duration.ofMinutes(30)), new Warning.Share(50)),
            new Repeat(Duration.ofHours(2), 3));
    static final CalendarBook BOOK = book(CalendarFixture.OUTLET, CalendarFixture.DESK, CalendarFixture.NIGHT,
            CalendarFixture.ALWAYS);
    private static final long QUARTER = 900;

    private ClockFixture() {}

    static CalendarBook book(WorkCalendar... calendars) {
        Map<CalendarId, WorkCalendar> byId = Stream.of(calendars)
                .collect(Collectors.toMap(WorkCalendar::id, Function.identity()));
        return id -> Objects.requireNonNull(byId.get(id), id.toString());
    }

    static ClockState state(List<ClockEvent> history) {
        var step = ClockRules.replay(history);
        assertThat(step).isInstanceOf(Taken.class);
        return ((Taken) step).state();
    }

    static Due due(List<ClockEvent> history, CalendarBook book) {
        return ClockRules.due(state(history), book);
    }

    /** For comparing: what is not known or not running is later than every instant. */
    static Instant rank(Due due) {
        return switch (due) {
            case Due.At(var instant) -> instant;
            case Due.Beyond _ -> Instant.MAX.minusSeconds(1);
            case Due.Open() -> Instant.MAX;
        };
    }

    /** Two calendars and a history on full quarters of an hour. */
    static Scene scene(long seed) {
        var random = new Random(seed);
        var zone = ZoneId.of(random.nextInt(4) == 0 ? "Asia/Kathmandu" : "Asia/Shanghai");
        return scene(random, CalendarFixture.random(random, "a", zone), CalendarFixture.random(random, "b", zone));
    }

    /** The same where clocks are changed. */
    static Scene abroad(long seed) {
        var random = new Random(seed);
        return scene(random, CalendarFixture.random(random, "a"), CalendarFixture.random(random, "b"));
    }

    private static Scene scene(Random random, WorkCalendar one, WorkCalendar other) {
        var history = new ArrayList<ClockEvent>();
        var at = Instant
                .ofEpochSecond(CalendarFixture.randomInstant(random).getEpochSecond() / QUARTER * QUARTER);
        history.add(new Started(at, limit(random), one.id(), ALARMS));
        boolean paused = false;
        for (int i = random.nextInt(8); i > 0; i--) {
            at = at.plusSeconds(QUARTER * random.nextInt(0, random.nextBoolean() ? 20 : 200));
            switch (random.nextInt(5)) {
                case 0 -> history.add(new LimitChanged(at, limit(random)));
                case 1 -> history.add(new CalendarChanged(at, random.nextBoolean() ? one.id() : other.id()));
                default -> {
                    history.add(paused ? new Resumed(at) : new ClockEvent.Paused(at, PauseReason.CUSTOMER));
                    paused = !paused;
                }
            }
        }
        if (paused && random.nextInt(4) > 0) {
            history.add(new Resumed(at.plusSeconds(QUARTER * random.nextInt(0, 100))));
        }
        return new Scene(history, book(one, other), random);
    }

    private static Duration limit(Random random) {
        return Duration.ofMinutes(15L * random.nextInt(1, random.nextBoolean() ? 20 : 200));
    }

    record Scene(List<ClockEvent> history, CalendarBook book, Random random) {

        Due due() {
            return ClockFixture.due(history, book);
        }

        /** The places after which the clock runs; the last of them is open. */
        List<Integer> runningAfter() {
            var places = new ArrayList<Integer>();
            boolean running = false;
            for (int i = 0; i < history.size(); i++) {
                running = switch (history.get(i)) {
                    case Started _ -> true;
                    case Resumed _ -> true;
                    case ClockEvent.Paused _ -> false;
                    case ClockEvent.Stopped _ -> false;
                    case LimitChanged _ -> running;
                    case CalendarChanged _ -> running;
                };
                if (running) {
                    places.add(i);
                }
            }
            return places;
        }

        /** When the event after a place happens; long after for the last. */
        Instant end(int place) {
            return place + 1 < history.size()
                    ? history.get(place + 1).at()
                    : history.get(place).at().plus(Duration.ofDays(20));
        }

        List<ClockEvent> with(int place, ClockEvent... events) {
            var changed = new ArrayList<>(history);
            changed.addAll(place + 1, List.of(events));
            return changed;
        }

        /** The calendar in force after a place. */
        WorkCalendar calendar(int place) {
            return book.calendar(history.subList(0, place + 1).reversed().stream().flatMap(event -> switch (event) {
                case Started start -> Stream.of(start.calendar());
                case CalendarChanged change -> Stream.of(change.calendar());
                case ClockEvent.Paused _ -> Stream.<CalendarId>empty();
                case ClockEvent.Stopped _ -> Stream.<CalendarId>empty();
                case LimitChanged _ -> Stream.<CalendarId>empty();
                case Resumed _ -> Stream.<CalendarId>empty();
            }).findFirst().orElseThrow());
        }
    }

    /** A clock that looks every quarter of an hour whether it counts: slow, and made without the code that it checks. */
    static final class Kept {

        private final List<Instant> ticks = new ArrayList<>();
        private final CalendarBook book;
        private @Nullable CalendarId calendar;
        private boolean running;
        private Duration limit = Duration.ZERO;
        private @Nullable Instant due;
        private Instant at = Instant.EPOCH;

        Kept(Scene scene, Instant end) {
            book = scene.book();
            for (var event : scene.history()) {
                runUntil(event.at());
                take(event);
            }
            runUntil(end);
        }

        Duration used() {
            return Duration.ofSeconds(QUARTER * ticks.size());
        }

        @Nullable
        Instant due() {
            return due;
        }

        private void take(ClockEvent event) {
            at = event.at();
            switch (event) {
                case Started start -> {
                    limit = start.limit();
                    calendar = start.calendar();
                    running = true;
                }
                case ClockEvent.Paused _ -> running = false;
                case Resumed _ -> running = true;
                case CalendarChanged change -> calendar = change.calendar();
                case ClockEvent.Stopped _ -> running = false;
                case LimitChanged change -> {
                    limit = change.limit();
                    var before = due == null ? at : due;
                    int needed = (int) (limit.toSeconds() / QUARTER);
                    var reached = needed <= ticks.size() ? ticks.get(needed - 1) : null;
                    due = reached == null || reached.isAfter(before) ? reached : before;
                }
            }
        }

        private void runUntil(Instant end) {
            while (running && at.isBefore(end)) {
                if (naive(book.calendar(Objects.requireNonNull(calendar)), at)) {
                    ticks.add(at.plusSeconds(QUARTER));
                    if (due == null && used().compareTo(limit) >= 0) {
                        due = ticks.getLast();
                    }
                }
                at = at.plusSeconds(QUARTER);
            }
        }
    }
}
