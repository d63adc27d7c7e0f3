package io.waypost.app.watch;

import io.waypost.app.network.UnitRef;
import io.waypost.app.watch.PrecisionStore.About;
import io.waypost.app.watch.PrecisionStore.Line;
import io.waypost.app.watch.PrecisionStore.Outcomes;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Wilson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often the warnings of a unit were right (预警准确率), by rule, place and week.
 *
 * @param from the Monday it begins with
 * @param target what we hold ourselves to
 */
record PrecisionBoard(
        UnitRef unit,
        Instant from,
        Instant until,
        double target,
        PrecisionRate total,
        List<PrecisionWeek> weeks,
        List<PrecisionRule> rules,
        List<PrecisionPlace> places) {

    /**
     * What became of findings, and what share of those that were judged was right.
     *
     * @param precision null where none has been judged
     * @param low lower end of the interval of 95 % confidence around it
     */
    record PrecisionRate(
            long raised,
            long right,
            long wrong,
            long undecided,
            long late,
            long unaided,
            long excused,
            long dismissed,
            @Nullable Double precision,
            double low,
            double high) {

        static final PrecisionRate NONE = of(new Outcomes(0, 0, 0, 0, 0, 0, 0, 0));

        static PrecisionRate of(Outcomes outcomes) {
            long judged = outcomes.right() + outcomes.wrong();
            var interval = Wilson.of(outcomes.right(), judged);
            return new PrecisionRate(outcomes.raised(), outcomes.right(), outcomes.wrong(), outcomes.undecided(),
                    outcomes.late(),
                    outcomes.unaided(), outcomes.excused(), outcomes.dismissed(),
                    judged == 0 ? null : outcomes.right() / (double) judged, interval.low(), interval.high());
        }
    }

    /** One week. */
    record PrecisionWeek(LocalDate monday, PrecisionRate rate) {}

    /** The limits of one stage, all together and by class of lane. */
    record PrecisionRule(Stage stage, PrecisionRate rate, List<PrecisionWeek> weeks, List<PrecisionLane> lanes) {}

    /**
     * The limits of one stage and class of lane.
     *
     * @param laneClass null where an end of the lane was not known
     */
    record PrecisionLane(@Nullable LaneClass laneClass, PrecisionRate rate) {}

    /** A unit next below the one asked for, or that one itself for what it answers for alone. */
    record PrecisionPlace(UnitRef unit, PrecisionRate rate, List<PrecisionWeek> weeks) {}

    /** Who names a place; empty means the unit asked for. */
    interface Names {

        UnitRef of(String code);
    }

    static PrecisionBoard of(UnitRef unit, Instant from, Instant until, double target, List<LocalDate> mondays,
            List<Line> lines, Names names) {
        var total = about(lines, About.ALL).findFirst().map(line -> PrecisionRate.of(line.outcomes()))
                .orElse(PrecisionRate.NONE);
        var rules = about(lines, About.STAGE)
                .filter(line -> line.stage() != null)
                .map(line -> rule(Objects.requireNonNull(line.stage()), line.outcomes(), mondays, lines))
                .sorted(Comparator.comparingInt(row -> row.stage().code()))
                .toList();
        var places = about(lines, About.PLACE)
                .map(line -> place(Objects.requireNonNull(line.place()), line.outcomes(), mondays, lines, names))
                .sorted(Comparator.comparingLong((PrecisionPlace row) -> row.rate().wrong()).reversed()
                        .thenComparing(row -> row.unit().code()))
                .toList();
        return new PrecisionBoard(unit, from, until, target, total, weeks(mondays, lines, About.WEEK, _ -> true), rules,
                places);
    }

    private static PrecisionRule rule(Stage stage, Outcomes outcomes, List<LocalDate> mondays, List<Line> lines) {
        var lanes = about(lines, About.LANE_CLASS)
                .filter(line -> line.stage() == stage)
                .map(line -> new PrecisionLane(line.laneClass(), PrecisionRate.of(line.outcomes())))
                .toList();
        return new PrecisionRule(stage, PrecisionRate.of(outcomes),
                weeks(mondays, lines, About.STAGE_WEEK, line -> line.stage() == stage), lanes);
    }

    private static PrecisionPlace place(String code, Outcomes outcomes, List<LocalDate> mondays, List<Line> lines,
            Names names) {
        return new PrecisionPlace(names.of(code), PrecisionRate.of(outcomes),
                weeks(mondays, lines, About.PLACE_WEEK, line -> code.equals(line.place())));
    }

    /** Every week of the span, those without findings too. */
    private static List<PrecisionWeek> weeks(List<LocalDate> mondays, List<Line> lines, About about,
            Predicate<Line> which) {
        var known = about(lines, about).filter(which).toList();
        return mondays.stream()
                .map(monday -> new PrecisionWeek(monday,
                        known.stream().filter(line -> monday.equals(line.monday())).findFirst()
                                .map(line -> PrecisionRate.of(line.outcomes())).orElse(PrecisionRate.NONE)))
                .toList();
    }

    private static Stream<Line> about(List<Line> lines, About about) {
        return lines.stream().filter(line -> line.about() == about);
    }
}
