package io.waypost.watch.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Several segments into one: by key, and within a parcel in the order of the segments. */
final class Merge implements AutoCloseable {

    private static final Comparator<Source> ORDER = (a, b) -> {
        int order = Long.compareUnsigned(a.cursor.key(), b.cursor.key());
        return order == 0 ? Integer.compare(a.place, b.place) : order;
    };

    private final List<Source> sources = new ArrayList<>();
    private final PriorityQueue<Source> queue = new PriorityQueue<>(ORDER);

    /**
     * Begins to merge.
     *
     * @param segments in the order of the log
     */
    Merge(List<Segment> segments) throws IOException {
        try {
            for (var segment : segments) {
                sources.add(new Source(new SegmentCursor(segment), sources.size()));
            }
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Writes everything; false if it was stopped before the end. */
    boolean into(SegmentWriter writer, BooleanSupplier stopped) throws IOException {
        for (var source : sources) {
            queueAgain(source);
        }
        var event = new TimelineEvent();
        while (!queue.isEmpty()) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            var source = queue.remove();
            var events = source.cursor.events();
            for (int row = 0; row < events.size(); row++) {
                events.read(row, event);
                writer.add(event);
            }
            queueAgain(source);
        }
        return true;
    }

    private void queueAgain(Source source) throws IOException {
        if (source.cursor.next()) {
            queue.add(source);
        }
    }

    @Override
    public void close() {
        sources.forEach(source -> source.cursor.close());
    }

    private record Source(SegmentCursor cursor, int place) {}
}
