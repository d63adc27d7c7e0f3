package io.waypost.watch.host;

import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.ParcelState;
import io.waypost.watch.shard.ShardFindings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one worker found and has not handed over yet. */
final class Findings implements ShardFindings {

    private List<WatchFinding> waiting = new ArrayList<>();

    @Override
    public void raised(long key, ParcelState state, int at) {
        waiting.add(finding(key, state, at, null));
    }

    @Override
    public void cleared(long key, ParcelState before, int at, ClearCause cause) {
        waiting.add(finding(key, before, at, cause));
    }

    int size() {
        return waiting.size();
    }

    List<WatchFinding> waiting() {
        return List.copyOf(waiting);
    }

    void handedOver() {
        waiting = new ArrayList<>();
    }

    private static WatchFinding finding(long key, ParcelState state, int at, @Nullable ClearCause cause) {
        return new WatchFinding(key, cause, at, state.lastAt, state.limitVersion, state.type, state.stage, state.site,
                state.nextSite, state.lane);
    }
}
