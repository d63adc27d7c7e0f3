package io.waypost.chat.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much one connection may say and ask, so that none takes the host from the others. Lives in its connection's event loop. */
final class Allowance {

    /** So many postings and questions of one connection wait for the host. */
    private static final int MOST_PENDING = 32;
    private static final int QUESTIONS = 20;
    private static final int QUESTIONS_AT_ONCE = 100;
    private static final Duration LATER = Duration.ofMillis(500);
    private static final long TYPING_EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private final Bucket posts;
    private final Bucket questions;
    private long typedAt;
    private int pending;

    Allowance(ChatLimits limits, long now) {
        posts = new Bucket(limits.posts(), limits.postsAtOnce(), now);
        questions = new Bucket(QUESTIONS, QUESTIONS_AT_ONCE, now);
        typedAt = now - TYPING_EVERY;
    }

    /** How long to wait before another posting; nothing where it may come now. */
    Duration post(long now) {
        return Duration.ofMillis(Math.max(posts.take(now), isFull() ? LATER.toMillis() : 0));
    }

    /** How long to wait before another question; nothing where it may come now. */
    Duration question(long now) {
        long wait = questions.take(now);
        return wait == 0 && !isFull() ? Duration.ZERO : Duration.ofMillis(Math.max(wait, LATER.toMillis()));
    }

    private boolean isFull() {
        return pending >= MOST_PENDING;
    }

    /** Whether another sign of life may be answered. */
    boolean ping(long now) {
        return questions.take(now) == 0;
    }

    /** Whether typing is worth telling again. */
    boolean typing(long now) {
        if (now - typedAt < TYPING_EVERY) {
            return false;
        }
        typedAt = now;
        return true;
    }

    /** The host was asked. */
    void asked() {
        pending++;
    }

    /** The host has answered. */
    void answered() {
        pending--;
    }
}
