package io.waypost.chat.edge;

import io.waypost.chat.ChatRefusal;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that the host did not answer, seldom and without what failed: words of people might be in it. */
final class Outages {

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
    private static final long SELDOM = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier nanoTime;
    private final AtomicLong next;

    Outages(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        next = new AtomicLong(nanoTime.getAsLong());
    }

    void happened(String question, Throwable failure) {
        long now = nanoTime.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + SELDOM)) {
            LOG.warn("The chat's host did not answer '{}': {}; others within 10 s are not named",
                    question, cause(failure).getClass().getName());
        }
    }

    /** The refusal that a failed answer is, or null. */
    static @Nullable ChatRefusal refusal(Throwable failure) {
        return cause(failure) instanceof ChatRefusal refusal ? refusal : null;
    }

    private static Throwable cause(Throwable failure) {
        var at = failure;
        while (at instanceof CompletionException || at instanceof ExecutionException) {
            var cause = at.getCause();
            if (cause == null) {
                return at;
            }
            at = cause;
        }
        return at;
    }
}
