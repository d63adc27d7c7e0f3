package io.waypost.watch.timeline;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a store is at the moment: the manifest on disk, and the view of the readers. They change together, by one thread at a time,
 * which owns its monitor; anybody may read.
 */
final class StoreState {

    private static final Logger LOG = LoggerFactory.getLogger(StoreState.class);

    private final Storage storage;
    private volatile Manifest manifest;
    private volatile View view;

    StoreState(Storage storage, Manifest manifest, List<StoredSegment> segments) {
        this.storage = storage;
        this.manifest = manifest;
        this.view = View.of(segments, List.of(new TimelineTail()));
    }

    Manifest manifest() {
        return manifest;
    }

    View view() {
        return view;
    }

    /** Shows the readers other tails. */
    void show(List<TimelineTail> tails) {
        publish(view.segments(), tails);
    }

    /**
     * Changes the manifest, and then what readers see; if the manifest cannot be written, nothing.
     *
     * @param dropped segments whose files go once nobody reads them
     */
    void commit(Manifest next, List<StoredSegment> segments, List<TimelineTail> tails, List<StoredSegment> dropped)
            throws IOException {
        long before = manifest.number();
        next.write(storage);
        manifest = next;
        dropped.forEach(StoredSegment::drop);
        publish(segments, tails);
        try {
            storage.delete(Manifest.file(before));
        } catch (IOException failed) {
            // The newer one counts, and the next start deletes this one.
            LOG.warn("{} could not be deleted", Manifest.file(before), failed);
        }
    }

    private void publish(List<StoredSegment> segments, List<TimelineTail> tails) {
        var old = view;
        view = View.of(segments, tails);
        old.release();
    }
}
