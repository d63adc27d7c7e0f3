package io.waypost.watch.host;

import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.ParcelState;
import io.waypost.watch.shard.ShardFindings;
import java.util.ArrayList;
import java.util.List;

/** What one worker found and has not handed over yet. */
final class Findings implements ShardFindings {

    private List<WatchFinding> waiting = new ArrayList<>();
    private boolean pressing;

    @Override
    public void raised(long key, ParcelState state, int at) {
        waiting.add(WatchFinding.silent(key, state, at));
        pressing = true;
    }

    @Override
    public void cleared(long key, ParcelState before, int at, ClearCause cause) {
        waiting.add(WatchFinding.cleared(key, before, at, cause));
        pressing = true;
    }

    @Override
    public void suspected(long key, ParcelState state, int at) {
        waiting.add(WatchFinding.suspected(key, state, at));
    }

    /** Whether any of it is news that people wait for, rather than a suspicion. */
    boolean pressing() {
        return pressing;
    }

    int size() {
        return waiting.size();
    }

    List<WatchFinding> waiting() {
        return List.copyOf(waiting);
    }

    void handedOver() {
        waiting = new ArrayList<>();
        pressing = false;
    }
}
