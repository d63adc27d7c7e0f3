package io.waypost.app.stream;

import io.waypost.app.network.Closure;
import io.waypost.app.network.Network;
import io.waypost.app.stream.StreamEngine.Open;
import io.waypost.app.watch.WatchLimits;
import io.waypost.watch.record.WatchRecord.Span;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the engine what has changed around the parcels: sites, closures, the table of limits. Calling it again changes nothing. */
@Component
class StreamPicture {

    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    /** The engine counts seconds in 31 bits. */
    private static final Instant NEVER = Instant.parse("2038-01-01T00:00:00Z");

    private final Network network;
    private final WatchLimits limits;
    private final Clock clock;

    StreamPicture(Network network, WatchLimits limits, Clock clock) {
        this.network = network;
        this.limits = limits;
        this.clock = clock;
    }

    /** Tells it all. */
    void tell(Open open) {
        try {
            tellLimits(open);
            open.words().refresh();
            for (int site = 1; site <= open.words().size(); site++) {
                open.engine().closes(site, network.closures(open.words().code(site), EVER, NEVER).stream()
                        .map(StreamPicture::span).toList());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellLimits(Open open) throws InterruptedException {
        var newest = limits.current();
        int known = open.engine().newestLimits();
        if (known == 0 || newest.version() > known) {
            // What the engine has decided stays decided: for it, a version counts from when it hears of it.
            open.engine().awaitDurable(open.engine().limits(known == 0 ? newest : newest.notBefore(clock.instant())));
        }
    }

    private static Span span(Closure closure) {
        return new Span(seconds(closure.from()), seconds(closure.until()));
    }

    private static int seconds(Instant instant) {
        return (int) (instant.isBefore(NEVER) ? instant : NEVER).getEpochSecond();
    }
}
