package io.waypost.app.delay;

import io.waypost.app.delay.DelayProgressStore.Judged;
import io.waypost.app.delay.DelayProgressStore.Round;
import io.waypost.app.delay.DelayProgressStore.Step;
import io.waypost.app.delay.WarningStore.Over;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.parcel.Journeys.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges the parcels under way, round by round: those whose promise is near, then the warnings that are left. Each run judges some hundred
 * and keeps how far it came in the same transaction; of several nodes one is at it.
 */
@Service
class Rounds implements DueWork {

    /** From one round to the next, begin to begin; a round that takes longer is followed at once. */
    private static final Duration EVERY = Duration.ofMinutes(10);

    /** Promises that lie farther ahead are not warned of yet: nobody would act today. */
    private static final Duration AHEAD = Duration.ofDays(2);

    /** Promises that passed so long ago have been looked at when they did. */
    private static final Duration BEHIND = Duration.ofHours(12);
    private static final int PARCELS = 500;

    private final DelayProgressStore progress;
    private final WarningStore warnings;
    private final Journeys journeys;
    private final Courses courses;
    private final ModelShelf shelf;
    private final Judge judge;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Rounds(DelayProgressStore progress, WarningStore warnings, Journeys journeys, Courses courses, ModelShelf shelf,
            Judge judge, Clock clock, PlatformTransactionManager transactions) {
        this.progress = progress;
        this.warnings = warnings;
        this.journeys = journeys;
        this.courses = courses;
        this.shelf = shelf;
        this.judge = judge;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "delay-rounds";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> Optional.of(due(progress.judged(), clock.instant()))));
    }

    /** A node that cannot read all parcels leaves it to the one that can. */
    private Instant due(Judged judged, Instant now) {
        var last = judged.judgedAt();
        var round = judged.round();
        if (round != null) {
            return journeys.from(round.began());
        }
        return last == null ? now : journeys.from(last.plus(EVERY));
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> progress.claimRound().map(judged -> {
            if (due(judged, now).isAfter(now)) {
                return 0;
            }
            goOn(judged.round() == null ? new Round(now, Step.PROMISED, null) : judged.round(), now);
            return 1;
        }).orElse(0)));
    }

    private void goOn(Round round, Instant now) {
        var next = switch (round.step()) {
            case PROMISED -> promised(round, now);
            case WARNED -> warned(round, now);
        };
        next.ifPresentOrElse(progress::round, () -> progress.roundOver(round.began()));
    }

    private Optional<Round> promised(Round round, Instant now) {
        var began = round.began();
        var found = journeys.promised(began.minus(BEHIND), began.plus(AHEAD), round.last(), PARCELS);
        judge(found.stream().map(Place::waybill).toList(), now);
        return Optional.of(found.size() == PARCELS
                ? new Round(began, Step.PROMISED, found.getLast())
                : new Round(began, Step.WARNED, null));
    }

    private Optional<Round> warned(Round round, Instant now) {
        var last = round.last();
        var found = warnings.notJudgedSince(round.began(), last == null ? "" : last.waybill(), PARCELS);
        judge(found, now);
        return found.size() == PARCELS
                ? Optional.of(new Round(round.began(), Step.WARNED, new Place(Instant.EPOCH, found.getLast())))
                : Optional.empty();
    }

    private void judge(List<String> waybills, Instant now) {
        if (waybills.isEmpty()) {
            return;
        }
        var standing = warnings.standing(waybills);
        var numbers = warnings.numbers(waybills);
        var model = shelf.current();
        var over = new ArrayList<Over>();
        var stands = new ArrayList<Warning>();
        var ended = new ArrayList<String>();
        var watched = new ArrayList<String>();
        for (var way : journeys.of(waybills)) {
            var course = courses.of(way);
            var judgement = judge.judge(course, standing.get(way.waybill()),
                    numbers.getOrDefault(way.waybill(), 0), model, now);
            if (judgement.over() != null) {
                over.add(judgement.over());
            }
            if (judgement.warning() != null) {
                stands.add(judgement.warning());
            }
            if (way.elsewhere() && course.ended()) {
                ended.add(way.waybill());
            } else if (way.elsewhere() && judgement.warning() != null) {
                watched.add(way.waybill());
            }
        }
        warnings.clear(over);
        warnings.put(stands);
        journeys.over(ended);
        journeys.bring(watched);
    }
}
