package io.waypost.watch.timeline;

import java.util.concurrent.ArrayBlockingQueue;

/** The buffers of one who reads segments; lent and taken back, so that reading makes no garbage. Not thread-safe. */
final class SegmentReader implements AutoCloseable {

    private static final ArrayBlockingQueue<SegmentReader> IDLE = new ArrayBlockingQueue<>(
            2 * Runtime.getRuntime().availableProcessors());

    final BlockDecoder block = new BlockDecoder();
    final SegmentIndex.Page page = new SegmentIndex.Page();
    final TimelineEvent event = new TimelineEvent();

    static SegmentReader lend() {
        var idle = IDLE.poll();
        return idle == null ? new SegmentReader() : idle;
    }

    @Override
    public void close() {
        if (!IDLE.offer(this)) {
            block.close();
        }
    }
}
