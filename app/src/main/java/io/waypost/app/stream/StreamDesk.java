package io.waypost.app.stream;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Scope;
import io.waypost.app.network.Network;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.stream.StreamEngine.Open;
import io.waypost.watch.host.EngineFailure;
import io.waypost.watch.host.ScanBatch;
import io.waypost.watch.host.ScanEvents;
import io.waypost.watch.intake.BinaryScans;
import io.waypost.watch.intake.MalformedBatch;
import io.waypost.watch.intake.ScanLines;
import io.waypost.watch.intake.Taken;
import io.waypost.watch.intake.Vocabulary.Reach;
import io.waypost.watch.log.LogFailure;
import io.waypost.watch.timeline.EventBatch;
import io.waypost.watch.timeline.TimelineEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes scans into the engine's log, and keeps those of picked parcels in the timelines too before the sender is answered. */
@Service
class StreamDesk implements ScanStream {

    private static final Logger LOG = LoggerFactory.getLogger(StreamDesk.class);
    private static final int PIECE = 1 << 20;
    /** Bytes of most scans as a line, and in a batch. */
    private static final int USUAL_LINE = 150;

    private static final int USUAL_SCAN = 31;
    private static final int LONGEST_LINE = 1 << 16;
    private static final Actor PLATFORM = new Actor.Internal("stream");

    private final StreamEngine engine;
    private final PickStore picks;
    private final Picked picked;
    private final ScanIntake intake;
    private final Network network;
    private final ObjectProvider<ClusterFindings> cluster;
    private final ObjectProvider<StreamTroubles> ways;
    private final TransactionTemplate transaction;
    private final Set<BatchNumber> underWay = ConcurrentHashMap.newKeySet();

    StreamDesk(StreamEngine engine, PickStore picks, Picked picked, ScanIntake intake, Network network,
            ObjectProvider<ClusterFindings> cluster, ObjectProvider<StreamTroubles> ways,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.picks = picks;
        this.picked = picked;
        this.intake = intake;
        this.network = network;
        this.cluster = cluster;
        this.ways = ways;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public StreamTaken lines(InputStream body, ScanLines.Thorough thorough, Scope scope, long most,
            @Nullable BatchNumber number)
            throws IOException {
        try (var call = new Call(engine.opened(), scope, number, PIECE / USUAL_LINE)) {
            try {
                read(body, call, new ScanLines(call.open.words(), thorough), most);
            } finally {
                // Also where the body breaks off: nobody has to send again what is in the log.
                call.keep();
            }
            return call.end();
        }
    }

    private static void read(InputStream body, Call call, ScanLines reader, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        int held = 0;
        long read = 0;
        boolean last = false;
        while (!last) {
            int got = body.readNBytes(piece, held, piece.length - held);
            read += got;
            if (read > most) {
                throw Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE",
                        "A call may have at most %d bytes unpacked; what stood before that was taken.".formatted(most));
            }
            int until = held + got;
            last = until < piece.length;
            int next = call.read(reader, piece, until, last);
            held = until - next;
            if (held > LONGEST_LINE) {
                throw Refusal.invalid("line", reader.lines() + 1, "TOO_LONG", "A line has at most 65536 bytes.");
            }
            System.arraycopy(piece, next, piece, 0, held);
        }
    }

    @Override
    public StreamTaken batch(byte[] body, Scope scope, @Nullable BatchNumber number) throws MalformedBatch {
        try (var call = new Call(engine.opened(), scope, number, body.length / USUAL_SCAN)) {
            call.read(body);
            call.keep();
            return call.end();
        }
    }

    @Override
    public StreamState state() {
        var open = engine.running();
        var troubles = new ArrayList<String>();
        ways.stream().forEach(way -> troubles.addAll(way.troubles()));
        long toPick = Acting.as(PLATFORM, () -> Objects.requireNonNull(transaction.execute(_ -> picks.toPick())));
        if (open.isEmpty()) {
            var trouble = engine.trouble();
            if (trouble != null) {
                troubles.add(trouble);
            }
            return new StreamState(cluster.stream().findAny().isPresent() ? "CLUSTER" : "CLOSED", 0, 0, 0, 0, 0,
                    picked.size(), toPick, 0, 0, troubles);
        }
        var state = open.get().engine().state();
        var senders = open.get().engine().senders();
        troubles.addAll(state.troubles());
        return new StreamState(state.stopped() ? "FAILED" : state.log().name(), state.durable(),
                Math.max(0, state.durable() - state.applied()), state.parcels(), state.bytes(), state.findings(),
                picked.size(), toPick, senders.size(), senders.missing(), troubles);
    }

    /** One call on its way into the log. One thread owns it. */
    private final class Call implements AutoCloseable {

        private final Open open;
        private final Reach reach;
        private final ScanBatch batch;
        private final ScanEvents events = new ScanEvents();
        private final TimelineEvent event = new TimelineEvent();
        private final Taken taken = new Taken();
        private final PickedScans kept;
        private final @Nullable BatchNumber number;
        private final boolean repeated;
        private long first = Long.MAX_VALUE;
        private long written;

        Call(Open open, Scope scope, @Nullable BatchNumber number, int expected) {
            this.open = open;
            this.reach = reach(open, scope);
            this.batch = new ScanBatch(expected);
            this.kept = new PickedScans();
            this.number = number;
            if (number != null && !underWay.add(number)) {
                throw Refusal.conflict("SEQUENCE_UNDER_WAY",
                        "Call %d of this sender is being taken; send it again later to hear what became of it."
                                .formatted(number.number()));
            }
            // Asked while nobody else can take it.
            this.repeated = number != null && open.engine().senders().has(number.sender(), number.number());
        }

        int read(ScanLines reader, byte[] piece, int until, boolean last) {
            return answering(() -> {
                int arrival = engine.second();
                int next = reader.read(piece, 0, until, last, arrival, reach, batch, taken);
                append(arrival);
                return next;
            });
        }

        void read(byte[] body) throws MalformedBatch {
            int arrival = engine.second();
            try {
                BinaryScans.read(open.words(), body, body.length, arrival, reach, batch, taken);
            } catch (InterruptedException interrupted) {
                throw ending();
            }
            answering(() -> {
                append(arrival);
                return true;
            });
        }

        /** Puts what was taken of picked parcels into the timelines. */
        void keep() {
            kept.into(intake);
        }

        /** Returns when all of it is on disk. Its number goes there last, for whoever repeats it then is not listened to. */
        StreamTaken end() {
            return answering(() -> {
                if (number == null) {
                    open.engine().awaitDurable(Math.min(first, written), written);
                    return new StreamTaken(taken, false, 0);
                }
                var senders = open.engine().senders();
                long before = senders.missing(number.sender());
                if (!repeated) {
                    open.engine().batchTaken(number.sender(), number.number(), first);
                }
                long missing = senders.missing(number.sender());
                if (missing > before) {
                    LOG.warn("Calls of sender {} before number {} have not come: {} are missing now",
                            number.sender(), number.number(), missing);
                }
                return new StreamTaken(taken, repeated, missing);
            });
        }

        @Override
        public void close() {
            if (number != null) {
                underWay.remove(number);
            }
        }

        /** Only when a scan is in the log may it be left out of the timelines: who picks its parcel later finds it there. */
        private void append(int arrival) throws InterruptedException {
            if (batch.size() == 0 || repeated) {
                batch.clear();
                return;
            }
            var frames = batch.frames();
            written = open.engine().append(batch);
            first = Math.min(first, written - frames.size() + 1);
            if (picked.size() > 0) {
                for (var frame : frames) {
                    keepPicked(events.of(frame.payload(), arrival));
                }
            }
            batch.clear();
        }

        private void keepPicked(EventBatch scans) {
            for (int row = 0; row < scans.size(); row++) {
                scans.read(row, event);
                if (picked.has(event.waybillKey)) {
                    kept.add(event, open.words());
                }
            }
        }
    }

    private Reach reach(Open open, Scope scope) {
        if (scope.isEverything()) {
            return Reach.EVERYTHING;
        }
        var known = new HashMap<Integer, Boolean>();
        return site -> known.computeIfAbsent(site, number -> network.unit(open.words().code(number))
                .filter(unit -> scope.reaches(unit.path())).isPresent());
    }

    private static <R> R answering(Callable<R> work) {
        try {
            return work.call();
        } catch (InterruptedException interrupted) {
            throw ending();
        } catch (LogFailure | EngineFailure failure) {
            throw StreamEngine.failed(failure);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Refusal ending() {
        Thread.currentThread().interrupt();
        return StreamEngine.ending();
    }
}
