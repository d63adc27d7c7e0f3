package io.waypost.watch.timeline;

import io.waypost.watch.table.WaybillKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The timelines of all parcels (轨迹库): what came in the last minutes in memory, the rest in segments that grow together over time.
 *
 * <p>It keeps nothing on disk before {@link #seal}: the log does. After a crash the log's batches are appended again; those that a
 * segment has already are passed over, so that every event is there once.
 *
 * <p>Thread-safe: anybody may read at any time, and sees one state of it; appending, sealing and merging may each be done by a thread
 * of its own and do not wait for each other. A failure to write leaves everything as it was, and readable; the call may be repeated.
 */
public final class TimelineStore implements AutoCloseable {

    private final TimelinePlan plan;
    private final SegmentFiles files;
    private final StoreState state;
    private final Object sealing = new Object();
    private final Object merging = new Object();
    private final Object appending = new Object();
    private volatile long appendedLsn;
    private volatile boolean closed;
    private boolean torn;
    private long frozenLsn;

    private TimelineStore(Storage storage, TimelinePlan plan, Manifest manifest, List<StoredSegment> segments) {
        this.plan = plan;
        this.files = new SegmentFiles(storage, plan, manifest.nextSegment());
        this.state = new StoreState(storage, manifest, segments);
        this.appendedLsn = manifest.sealedLsn();
    }

    /** Opens a folder as its newest manifest says, and deletes what a crash left half done. The storage stays the caller's. */
    public static TimelineStore open(Storage storage, TimelinePlan plan) throws IOException {
        var names = storage.list();
        var newest = names.stream().filter(name -> name.startsWith(Manifest.PREFIX)).max(String::compareTo);
        var manifest = newest.isPresent() ? Manifest.read(storage, newest.get()) : begin(storage, names);
        var segments = new ArrayList<StoredSegment>();
        try {
            for (var info : manifest.segments()) {
                segments.add(StoredSegment.open(storage, info));
            }
            deleteOthers(storage, names, manifest);
        } catch (IOException | RuntimeException failed) {
            segments.forEach(segment -> segment.segment().close());
            throw failed;
        }
        return new TimelineStore(storage, plan, manifest, segments);
    }

    /** A new folder gets a manifest at once: segments without one are not leftovers, but an accident. */
    private static Manifest begin(Storage storage, List<String> names) throws IOException {
        if (names.stream().anyMatch(name -> name.startsWith(SegmentInfo.PREFIX))) {
            throw new IOException("There are segments of timelines, and no manifest.\nMaybe restore it from a backup.");
        }
        var manifest = Manifest.empty();
        manifest.write(storage);
        return manifest;
    }

    private static void deleteOthers(Storage storage, List<String> names, Manifest manifest) throws IOException {
        var kept = new HashSet<String>();
        kept.add(manifest.file());
        manifest.segments().forEach(segment -> kept.add(segment.file()));
        for (var name : names) {
            boolean ours = name.startsWith(Manifest.PREFIX) || name.startsWith(SegmentInfo.PREFIX)
                    || name.equals(Manifest.DRAFT);
            if (ours && !kept.contains(name)) {
                storage.delete(name);
            }
        }
    }

    /** The log position up to which everything is on disk; the log must keep what comes after. */
    public long sealedLsn() {
        return state.manifest().sealedLsn();
    }

    /** The log position up to which everything can be read. */
    public long appendedLsn() {
        return appendedLsn;
    }

    /** How many events are in memory only. */
    public int tailEvents() {
        int events = 0;
        for (var tail : state.view().tails()) {
            events += tail.size();
        }
        return events;
    }

    /** The segments in the order of the log. */
    public List<SegmentInfo> segments() {
        return state.manifest().segments();
    }

    /**
     * Adds the events of a piece of the log, in its order; one thread at a time.
     *
     * @param lsn the log position of the piece, above that of the piece before; pieces must be the same when the log is read again
     * @return whether it was new
     */
    public boolean append(EventBatch batch, long lsn) {
        synchronized (appending) {
            requireOpen();
            if (torn) {
                throw new IllegalStateException("A batch was appended in part.\nMaybe open the timelines again.");
            }
            if (lsn <= appendedLsn) {
                return false;
            }
            torn = true;
            state.view().tails().getLast().add(batch);
            torn = false;
            appendedLsn = lsn;
            return true;
        }
    }

    /** Tells the events of a parcel in the order of their arrival. */
    public void timeline(long key, EventSink sink) throws IOException {
        timeline(key, Integer.MIN_VALUE, Integer.MAX_VALUE, sink);
    }

    /**
     * Tells the events of a parcel that arrived between two seconds since 1970, both included; segments of other times are not read.
     */
    public void timeline(long key, int fromArrival, int untilArrival, EventSink sink) throws IOException {
        boolean all = fromArrival == Integer.MIN_VALUE && untilArrival == Integer.MAX_VALUE;
        EventSink within = all ? sink : event -> {
            if (event.arrivalSecond() >= fromArrival && event.arrivalSecond() <= untilArrival) {
                sink.accept(event);
            }
        };
        var seen = hold();
        try {
            for (var stored : seen.segments()) {
                var segment = stored.segment();
                if (segment.maxArrival() >= fromArrival && segment.minArrival() <= untilArrival) {
                    segment.timeline(key, within);
                }
            }
            for (var tail : seen.tails()) {
                tail.timeline(key, within);
            }
        } finally {
            seen.release();
        }
    }

    /**
     * The next keys of a sample of all parcels, each once, in the order of unsigned numbers; it reads keys only, block by block, and neither
     * keeps anybody from writing nor holds a file longer than the call. Which parcels are in the sample does not depend on how their events
     * are stored.
     *
     * @param oneIn one parcel in so many ({@link WaybillKey#sampled})
     * @param fromArrival segments that ended before that second since 1970 are not read: parcels of which nothing came in since may be
     *     missing, and may be told
     * @param from the lowest key to tell
     * @param most how many
     * @return fewer than {@code most} only at the end
     */
    public long[] sample(int oneIn, int fromArrival, long from, int most) throws IOException {
        var seen = hold();
        try (var sample = new KeySample(oneIn, from)) {
            for (var stored : seen.segments()) {
                if (stored.segment().maxArrival() >= fromArrival) {
                    sample.add(stored.segment());
                }
            }
            for (var tail : seen.tails()) {
                sample.add(tail);
            }
            return sample.take(most);
        } finally {
            seen.release();
        }
    }

    /** How many events there are. */
    public long events() {
        long events = tailEvents();
        for (var segment : segments()) {
            events += segment.events();
        }
        return events;
    }

    private View hold() {
        while (true) {
            var seen = state.view();
            if (seen.hold()) {
                return seen;
            }
            // It was replaced between the two lines above, or the store was closed.
            requireOpen();
        }
    }

    /** Puts on disk what is in memory only; false if there was nothing. Appending goes on meanwhile. */
    public boolean seal() throws IOException {
        synchronized (sealing) {
            requireOpen();
            if (!freeze()) {
                return false;
            }
            var tail = state.view().tails().getFirst();
            var sealed = tail.size() == 0
                    ? Optional.<StoredSegment>empty()
                    : Optional.of(files.seal(tail, state.manifest().sealedLsn(), frozenLsn));
            var active = state.view().tails().subList(1, 2);
            commitOrClose(sealed, () -> {
                var segments = Stream.concat(state.view().segments().stream(), sealed.stream()).toList();
                state.commit(next(frozenLsn, infos(segments)), segments, active, List.of());
            });
            return true;
        }
    }

    /** Begins a new tail, unless an earlier one is still to be sealed. */
    private boolean freeze() {
        synchronized (state) {
            synchronized (appending) {
                var tails = state.view().tails();
                if (tails.size() > 1) {
                    return true;
                }
                if (appendedLsn == state.manifest().sealedLsn()) {
                    return false;
                }
                frozenLsn = appendedLsn;
                state.show(List.of(tails.getFirst(), new TimelineTail()));
                return true;
            }
        }
    }

    /**
     * Makes one segment of those of a window, or of a day, that is over; false if there is nothing to merge. It may take minutes;
     * {@link #close} stops it.
     */
    public boolean merge() throws IOException {
        synchronized (merging) {
            requireOpen();
            var old = MergePlan.next(state.view().segments(), plan);
            if (old.isEmpty()) {
                return false;
            }
            if (old.size() == 1) {
                rise(old.getFirst());
                return true;
            }
            var merged = files.merge(old, () -> closed);
            if (merged.isEmpty()) {
                return false;
            }
            commitOrClose(merged, () -> {
                var segments = new ArrayList<>(state.view().segments());
                segments.addAll(segments.indexOf(old.getFirst()), merged.stream().toList());
                segments.removeAll(old);
                commit(segments, infos(segments), old);
            });
            return true;
        }
    }

    /** A window of one segment needs no other file. */
    private void rise(StoredSegment only) throws IOException {
        synchronized (state) {
            var risen = only.info().at(only.info().level() + 1);
            var segments = state.view().segments();
            commit(segments, segments.stream().map(each -> each == only ? risen : each.info()).toList(), List.of());
            only.become(risen);
        }
    }

    /**
     * Drops the segments whose events all arrived before a second since 1970.
     *
     * @return the dropped ones
     */
    public List<SegmentInfo> retain(int fromArrival) throws IOException {
        synchronized (merging) {
            synchronized (state) {
                requireOpen();
                var segments = state.view().segments();
                var old = segments.stream().filter(each -> each.info().maxArrival() < fromArrival).toList();
                if (!old.isEmpty()) {
                    var kept = segments.stream().filter(each -> !old.contains(each)).toList();
                    commit(kept, infos(kept), old);
                }
                return infos(old);
            }
        }
    }

    private void commit(List<StoredSegment> segments, List<SegmentInfo> infos, List<StoredSegment> dropped)
            throws IOException {
        state.commit(next(state.manifest().sealedLsn(), infos), segments, state.view().tails(), dropped);
    }

    private Manifest next(long sealedLsn, List<SegmentInfo> segments) {
        return state.manifest().next(sealedLsn, files.next(), segments);
    }

    private static List<SegmentInfo> infos(List<StoredSegment> segments) {
        return segments.stream().map(StoredSegment::info).toList();
    }

    /** The file of a segment that could not be committed stays: a manifest that names it may have reached the disk. */
    private void commitOrClose(Optional<StoredSegment> written, Commit commit) throws IOException {
        try {
            synchronized (state) {
                commit.run();
            }
        } catch (IOException | RuntimeException failed) {
            written.ifPresent(segment -> segment.segment().close());
            throw failed;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The timelines are closed.");
        }
    }

    /** Stops a merge and closes the segments once the last reader is done; what is not sealed only the log has. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        synchronized (merging) {
            synchronized (sealing) {
                synchronized (state) {
                    state.view().release();
                }
            }
        }
    }

    /** A change of the state, which may fail. */
    @FunctionalInterface
    private interface Commit {

        /** Makes it. */
        void run() throws IOException;
    }
}
