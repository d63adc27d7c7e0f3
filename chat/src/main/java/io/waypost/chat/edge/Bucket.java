package io.waypost.chat.edge;

import java.util.concurrent.TimeUnit;

/** A bucket of permits that fills with time. Not for many threads. */
final class Bucket {

    private static final double NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

    private final double aSecond;
    private final double most;
    private double permits;
    private long at;

    Bucket(int aSecond, int most, long now) {
        this.aSecond = aSecond;
        this.most = most;
        permits = most;
        at = now;
    }

    /** Takes one and answers 0, or answers after how many milliseconds there will be one. */
    long take(long now) {
        permits = Math.min(most, permits + aSecond * Math.max(0, now - at) / NANOSECONDS);
        at = now;
        if (permits >= 1) {
            permits -= 1;
            return 0;
        }
        return (long) Math.ceil((1 - permits) / aSecond * 1_000);
    }

    boolean isFull(long now) {
        return permits + aSecond * Math.max(0, now - at) / NANOSECONDS >= most;
    }
}
