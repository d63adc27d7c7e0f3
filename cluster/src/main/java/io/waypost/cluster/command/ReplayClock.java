package io.waypost.cluster.command;

import java.util.function.IntSupplier;

/** The present second, or, once it was set, the second that a replayed history has come to. */
final class ReplayClock implements IntSupplier {

    private volatile int replayed;

    /** It has come to that second since 1970. */
    void set(int second) {
        replayed = second;
    }

    @Override
    public int getAsInt() {
        int second = replayed;
        return second == 0 ? Services.now() : second;
    }
}
