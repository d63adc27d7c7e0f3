package io.waypost.watch.table;

import java.nio.file.Path;
import java.util.List;

/** What was found of a shard's snapshots. */
public sealed interface NewestSnapshot {

    /** The newer ones that could not be used, newest first. */
    List<Skipped> skipped();

    /** The newest one that is whole. */
    record Found(LoadedTable loaded, List<Skipped> skipped) implements NewestSnapshot {

        public Found {
            skipped = List.copyOf(skipped);
        }
    }

    /** There is none, or none is whole: the shard begins empty. */
    record None(List<Skipped> skipped) implements NewestSnapshot {

        public None {
            skipped = List.copyOf(skipped);
        }
    }

    /** A file that was passed over, and why. */
    record Skipped(Path file, RefusedSnapshot.Reason reason, String message) {}
}
