package io.waypost.app.channel;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction of the channels, as the platform: what customers write and are told has no actor of ours. */
@Component
class ChannelWork {

    static final Actor CHANNEL = new Actor.Internal("channel");

    private final TransactionTemplate transaction;

    ChannelWork(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    <R> R whole(Supplier<R> work) {
        return Acting.as(CHANNEL,
                () -> Objects.requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
