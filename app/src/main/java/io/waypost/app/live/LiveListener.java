package io.waypost.app.live;

import io.waypost.app.kernel.Actor;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One open page: who looks at it, and what it has not been told yet. A page that reads too slowly is let go. */
final class LiveListener {

    /** How many hints may wait for a slow reader. */
    static final int PATIENCE = 64;

    private static final LiveHint END = LiveHint.toAll("end", java.util.Map.of());

    private final Actor actor;
    private final @Nullable String session;
    private final BlockingQueue<LiveHint> waiting = new ArrayBlockingQueue<>(PATIENCE);
    private volatile boolean boardIsOld;
    private volatile boolean ended;

    LiveListener(Actor actor, @Nullable String session) {
        this.actor = actor;
        this.session = session;
    }

    Actor actor() {
        return actor;
    }

    @Nullable
    String session() {
        return session;
    }

    /** Takes the hint for later writing; ends the listener when it has fallen too far behind. */
    void offer(LiveHint hint) {
        if (!waiting.contains(hint) && !waiting.offer(hint)) {
            end();
        }
    }

    void boardIsOld() {
        boardIsOld = true;
    }

    /** Offers the hint about the board if it is old; called every few seconds. */
    void refreshBoard() {
        if (boardIsOld) {
            boardIsOld = false;
            offer(LiveHint.toAll("board", java.util.Map.of()));
        }
    }

    /** The next hint; null when none came in that time or the listener has ended. */
    @Nullable
    LiveHint next(Duration atMost) throws InterruptedException {
        var next = waiting.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        return END.equals(next) ? null : next;
    }

    void end() {
        ended = true;
        waiting.clear();
        var _ = waiting.offer(END);
    }

    boolean ended() {
        return ended;
    }
}
