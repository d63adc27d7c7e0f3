package io.waypost.app.watch;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.Ids;
import io.waypost.app.network.Network;
import io.waypost.app.parcel.Arrivals;
import io.waypost.app.parcel.Arrivals.Log;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.parcel.Journeys.Way;
import io.waypost.app.watch.FindingStore.Silence;
import io.waypost.app.watch.LimitReplay.State;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.watch.ClosureBook;
import io.waypost.core.watch.LimitBook;
import io.waypost.core.watch.LimitTally;
import io.waypost.core.watch.LimitTrial;
import io.waypost.core.watch.LimitTrial.Arrived;
import io.waypost.core.watch.LimitTrial.Pair;
import io.waypost.core.watch.Limits;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.PauseRules;
import io.waypost.core.watch.SilenceWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs last week's scans through the watch twice, with the table in force and with a draft (试算), piece by piece. How far a run is
 * moves in the transaction that keeps its tally, so that a crash goes on with the next piece and counts nothing twice.
 *
 * <p>Scans of the days before the week are run too, so that a silence that began in them is known; one that began earlier is not. Of a
 * large network a sample of parcels is looked at, and the page says so.
 */
@Service
class LimitReplays implements DueWork {

    private static final Duration SPAN = Duration.ofDays(7);
    private static final Duration BEFORE = Duration.ofDays(10);
    private static final long MOST_SCANS = 5_000_000;
    private static final int PIECE = 500;
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

    private final LimitDraftStore store;
    private final FindingStore findings;
    private final LimitShelf shelf;
    private final Arrivals arrivals;
    private final Journeys journeys;
    private final Lanes lanes;
    private final Network network;
    private final ObjectProvider<Deadlines> deadlines;
    private final TransactionTemplate transaction;

    LimitReplays(LimitDraftStore store, FindingStore findings, LimitShelf shelf, Arrivals arrivals, Journeys journeys,
            Lanes lanes, Network network, ObjectProvider<Deadlines> deadlines,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.findings = findings;
        this.shelf = shelf;
        this.arrivals = arrivals;
        this.journeys = journeys;
        this.lanes = lanes;
        this.network = network;
        this.deadlines = deadlines;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Queues a trial; false where one of the draft is under way. Joins the caller's transaction. */
    boolean ask(LimitDraft draft, Instant now) {
        int oneIn = (int) Math.max(1, journeys.size() / MOST_SCANS);
        boolean queued = store.insert(new LimitReplay(Ids.next(now), draft.id(), shelf.current().version(),
                now.minus(SPAN), now, oneIn, State.QUEUED, 0, 0, "", LimitTally.EMPTY, Acting.current().name(), now,
                null));
        deadlines.getObject().wake(LimitReplays.class);
        return queued;
    }

    @Override
    public String name() {
        return "limit-replays";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> store.oldestOpen().map(journeys::from)));
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(
                _ -> store.claim().filter(replay -> !journeys.from(replay.requestedAt()).isAfter(now)).map(replay -> {
                    advance(replay, now);
                    return 1;
                }).orElse(0)));
    }

    private void advance(LimitReplay replay, Instant now) {
        var log = new Log(replay.from().minus(BEFORE), replay.until(), replay.oneIn());
        if (replay.state() == State.QUEUED) {
            store.progress(at(replay, State.RUNNING, arrivals.parcels(log), 0, "", replay.tally(), null));
            return;
        }
        var piece = arrivals.piece(log, replay.place(), PIECE);
        var ways = piece.ways();
        var pairs = pairs(replay, ways);
        var verdicts = findings.verdicts(pairs.stream().map(Pair::waybill).distinct().toList());
        var tally = replay.tally().plus(pairs,
                pair -> Optional.ofNullable(verdicts.get(new Silence(pair.waybill(), pair.silentSince()))),
                replay.until());
        var next = piece.next();
        store.progress(at(replay, next == null ? State.DONE : State.RUNNING, replay.total(),
                replay.done() + ways.size(), next == null ? replay.place() : next, tally, next == null ? now : null));
    }

    private List<Pair> pairs(LimitReplay replay, List<Way> ways) {
        var draft = store.find(replay.draftId()).orElseThrow();
        // The table of when it was asked for: the nightly learning may make another one between two pieces.
        var table = shelf.book().version(replay.baseVersion(), replay.until());
        var base = watch(table);
        var tried = watch(table.with(LimitDesk.row(draft.setting(), draft.author(), draft.madeAt())));
        var pairs = new ArrayList<Pair>();
        for (var way : ways) {
            var scans = way.scans().stream()
                    .map(scan -> new Arrived(lanes.of(scan, way.division()),
                            scan.flags().contains(ScanFlag.HISTORIC), scan.arrivedAt()))
                    .toList();
            pairs.addAll(LimitTrial.of(way.waybill(), scans, base, tried, replay.from(), replay.until()));
        }
        return pairs;
    }

    private SilenceWatch watch(Limits table) {
        return new SilenceWatch(new LimitBook(List.of(table)), PauseRules.defaults(), closures());
    }

    private ClosureBook closures() {
        return site -> network.closures(site, EVER, NEVER).stream()
                .map(closure -> new Pause("CLOSURE:" + closure.id(), Pause.Reason.CLOSURE, closure.from(),
                        closure.until(), Pause.By.CLOSURE))
                .toList();
    }

    private static LimitReplay at(LimitReplay run, State state, long total, long done, String place, LimitTally tally,
            @Nullable Instant endedAt) {
        return new LimitReplay(run.id(), run.draftId(), run.baseVersion(), run.from(), run.until(), run.oneIn(), state,
                total, done, place, tally, run.requestedBy(), run.requestedAt(), endedAt);
    }
}
