package io.waypost.app.sop;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.calendar.Calendars;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.sop.DryRunLine.DryRunCount;
import io.waypost.app.sop.DryRunStore.Run;
import io.waypost.app.sop.DryRunStore.State;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.network.UnitKind;
import io.waypost.core.sop.DryRun;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import io.waypost.core.sop.StageCourse;
import io.waypost.core.sop.TicketKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries versions on the tickets of the last month (试算), piece by piece. How far a run is moves in the transaction that keeps its
 * tally, so that a crash goes on with the next piece and counts nothing twice; memory is bounded by a piece.
 */
@Service
class DryRuns implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DryRuns.class);
    private static final Duration SPAN = Duration.ofDays(30);
    private static final int PIECE = 500;

    private final DryRunStore store;
    private final SopDesk desk;
    private final SopIndex index;
    private final Calendars calendars;
    private final Network network;
    private final ObjectProvider<SopHistory> history;
    private final ObjectProvider<Deadlines> deadlines;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DryRuns(DryRunStore store, SopDesk desk, SopIndex index, Calendars calendars, Network network,
            ObjectProvider<SopHistory> history, ObjectProvider<Deadlines> deadlines, AuditTrail audit, Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.desk = desk;
        this.index = index;
        this.calendars = calendars;
        this.network = network;
        this.history = history;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Queues a run of that version, as it is written now, against what is in force. */
    @Transactional
    void ask(SopId id) {
        Hands.requireHeadquarters();
        var version = desk.kept(id);
        var flaws = desk.flaws(version.draft());
        if (!flaws.isEmpty()) {
            throw Refusal.conflict("HAS_FLAWS", "Put right what is wrong in the draft before it is tried.");
        }
        var known = history.getIfAvailable();
        if (known == null) {
            throw Refusal.conflict("NO_HISTORY", "No tickets are kept that it could be tried on.");
        }
        var open = store.newest(id).filter(run -> run.state() == State.QUEUED || run.state() == State.RUNNING);
        if (open.isPresent()) {
            throw Refusal.conflict("RUN_EXISTS", "A run of this version is under way.");
        }
        var now = clock.instant();
        var from = now.minus(SPAN);
        store.insert(new Run(Ids.next(now), id, index.inForce(id.kind(), now).id(), from, now, State.QUEUED,
                known.count(kinds(id.kind(), now), from, now), 0, "", List.of(), SopBody.of(version.draft()),
                Acting.current().name(), now, null));
        audit.record("SOP_TRIED", "SOP", id.toString(), "/", Map.of("from", from.toString()));
        deadlines.getObject().wake(DryRuns.class);
    }

    @Override
    public String name() {
        return "sop-dry-runs";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return history.getIfAvailable() == null ? Optional.empty() : store.oldestOpen();
    }

    @Override
    public int runDue(Instant now) {
        var known = history.getIfAvailable();
        if (known == null) {
            return 0;
        }
        return Objects.requireNonNull(transaction.execute(_ -> store.claim().map(run -> {
            advance(run, known);
            return 1;
        }).orElse(0)));
    }

    private void advance(Run run, SopHistory known) {
        var candidate = run.body().draft().as(run.sop());
        var base = index.of(run.base());
        var tally = new LinkedHashMap<Key, DryRunLine>();
        run.tally().forEach(line -> tally.put(Key.of(line), line));
        var piece = known.read(kinds(run.sop().kind(), run.until()), run.from(), run.until(), run.place(), PIECE);
        for (var course : piece.courses()) {
            var key = key(course);
            var line = tally.getOrDefault(key, key.empty());
            tally.put(key, line.plus(outcome(course, base, run.until()), outcome(course, candidate, run.until())));
        }
        boolean last = piece.next().isEmpty();
        if (!last && piece.next().equals(run.place())) {
            LOG.error("The history of tickets stands still at {}; the dry run {} ends", run.place(), run.id());
            store.progress(run.id(), State.FAILED, run.done(), run.place(), run.tally(), clock.instant());
            return;
        }
        store.progress(run.id(), last ? State.DONE : State.RUNNING, run.done() + piece.courses().size(), piece.next(),
                List.copyOf(tally.values()), last ? clock.instant() : null);
    }

    private DryRun.Outcome outcome(StageCourse course, Sop sop, Instant until) {
        if (course.events().isEmpty()) {
            return new DryRun.Outcome.Unknown();
        }
        var start = course.events().getFirst().at();
        return DryRun.of(course, sop, code -> calendar(code, course.unitCode(), start), calendars.book(), until);
    }

    private CalendarId calendar(String code, String unitCode, Instant at) {
        return code.equals(SopStage.OF_UNIT) ? calendars.ofUnit(unitCode, at) : calendars.inForce(code, at);
    }

    /** The kinds that the SOP of that kind handles: itself, and its second levels that have none of their own. */
    private Set<TicketKind> kinds(TicketKind kind, Instant at) {
        return index.kinds().all().stream().map(KindEntry::kind)
                .filter(one -> one.equals(kind)
                        || (one.main().equals(kind) && index.current().own(one, at).isEmpty()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Key key(StageCourse course) {
        var region = network.atOrAbove(course.unitCode(), UnitKind.REGION).map(Unit::code).orElse("");
        return new Key(course.stage(), course.party(), course.urgent(), region);
    }

    private record Key(Stage stage, Party party, boolean urgent, String region) {

        static Key of(DryRunLine line) {
            return new Key(line.stage(), line.party(), line.urgent(), line.region());
        }

        DryRunLine empty() {
            return new DryRunLine(stage, party, urgent, region, 0, 0, DryRunCount.ZERO, DryRunCount.ZERO);
        }
    }
}
