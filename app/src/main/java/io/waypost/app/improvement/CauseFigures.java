package io.waypost.app.improvement;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitRef;
import io.waypost.app.ticket.TicketCauses;
import io.waypost.app.ticket.TicketCauses.By;
import io.waypost.app.ticket.TicketCauses.Ended;
import io.waypost.app.ticket.TicketCauses.Week;
import io.waypost.core.improvement.Cause;
import io.waypost.core.improvement.Department;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tickets that ended in the last twelve weeks, by cause: the list of the department that can do something about them. */
@Service
class CauseFigures {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int WEEKS = 12;
    private static final int PLACES = 20;

    private final TicketCauses tickets;
    private final CauseStore causes;
    private final Network network;
    private final Clock clock;

    CauseFigures(TicketCauses tickets, CauseStore causes, Network network, Clock clock) {
        this.tickets = tickets;
        this.causes = causes;
        this.network = network;
        this.clock = clock;
    }

    /**
     * The figures of a unit and everything below.
     *
     * @param from the first instant, and {@code until} the first after: for the list of the tickets behind a number
     * @param mondays the weeks; the last one is not over yet
     * @param ended all tickets that ended, week by week
     * @param unnamed those of them without a cause
     */
    record CauseTable(UnitRef unit, Instant from, Instant until, List<CauseWeek> mondays, long ended, long unnamed,
            List<CauseRow> causes) {}

    /** A week, with all tickets that ended in it. */
    record CauseWeek(LocalDate monday, Instant from, Instant until, long ended) {}

    /**
     * One cause.
     *
     * @param tickets in all weeks
     * @param weekly the same week by week
     */
    record CauseRow(String code, String nameZh, String nameEn, Department department, long tickets,
            List<Long> weekly) {}

    /** Where the tickets of a cause are. */
    record CausePlaces(String code, Instant from, Instant until, List<CausePlace> regions, List<CausePlace> units) {}

    record CausePlace(UnitRef unit, long tickets, long ended) {}

    CauseTable of(@Nullable String unitCode, @Nullable Department department) {
        var unit = reachable(unitCode);
        var which = span(unit);
        var weeks = tickets.weekly(which);
        var first = LocalDate.ofInstant(which.from(), ZONE);
        var mondays = IntStream.range(0, WEEKS).mapToObj(first::plusWeeks).toList();
        var byCause = weeks.stream().filter(week -> week.cause() != null)
                .collect(Collectors.groupingBy(week -> Objects.requireNonNull(week.cause())));
        var catalogue = causes.all().stream()
                .collect(Collectors.toMap(kept -> kept.cause().code(), KeptCause::cause));
        var rows = byCause.entrySet().stream()
                .map(entry -> row(catalogue.get(entry.getKey()), entry.getKey(), entry.getValue(), mondays))
                .filter(row -> department == null || row.department() == department)
                .sorted(Comparator.comparingLong(CauseRow::tickets).reversed().thenComparing(CauseRow::code)).toList();
        return new CauseTable(unit.ref(), which.from(), which.until(),
                mondays.stream().map(monday -> week(monday, weeks)).toList(), sum(weeks),
                sum(weeks.stream().filter(week -> week.cause() == null).toList()), rows);
    }

    CausePlaces places(String code, @Nullable String unitCode) {
        if (causes.find(code).isEmpty()) {
            throw Refusal.notFound("cause", code);
        }
        var which = span(reachable(unitCode));
        return new CausePlaces(code, which.from(), which.until(), places(which, code, By.REGION),
                places(which, code, By.UNIT));
    }

    /** The unit of that code, or the actor's own; refuses one that is beyond reach. */
    Unit reachable(@Nullable String unitCode) {
        var scope = Acting.current().scope();
        if (unitCode != null && !unitCode.isBlank()) {
            return network.unit(unitCode).filter(unit -> scope.reaches(unit.path()))
                    .orElseThrow(() -> Refusal.notFound("unit", unitCode));
        }
        return network.all().stream().filter(unit -> scope.reaches(unit.path())).findFirst()
                .orElseThrow(() -> Refusal.notFound("unit", "of yours"));
    }

    private List<CausePlace> places(Ended which, String code, By by) {
        return tickets.places(which, code, by, PLACES).stream()
                .map(place -> new CausePlace(network.ref(place.unitCode()), place.tickets(), place.ended())).toList();
    }

    /** Twelve weeks, the running one the last. */
    private Ended span(Unit unit) {
        var monday = LocalDate.ofInstant(clock.instant(), ZONE)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Ended(start(monday.minusWeeks(WEEKS - 1L)), start(monday.plusWeeks(1)), unit.path());
    }

    private static CauseRow row(@Nullable Cause cause, String code, List<Week> weeks, List<LocalDate> mondays) {
        Map<LocalDate, Long> counts = weeks.stream()
                .collect(Collectors.groupingBy(Week::monday, Collectors.summingLong(Week::tickets)));
        var weekly = mondays.stream().map(monday -> counts.getOrDefault(monday, 0L)).toList();
        // Tickets of before the catalogue may have words of their own; they are counted and shown by them.
        return cause == null
                ? new CauseRow(code, code, code, Department.SERVICE, sum(weeks), weekly)
                : new CauseRow(code, cause.nameZh(), cause.nameEn(), cause.department(), sum(weeks), weekly);
    }

    private static CauseWeek week(LocalDate monday, List<Week> weeks) {
        return new CauseWeek(monday, start(monday), start(monday.plusWeeks(1)),
                sum(weeks.stream().filter(week -> week.monday().equals(monday)).toList()));
    }

    private static long sum(List<Week> weeks) {
        return weeks.stream().mapToLong(Week::tickets).sum();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
