package io.waypost.app.email;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction of this channel, as the platform. */
@Component
class EmailWork {

    private static final Actor EMAIL = new Actor.Internal("email");

    private final TransactionTemplate transaction;

    EmailWork(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    <R> R whole(Supplier<R> work) {
        return Acting.as(EMAIL,
                () -> Objects.requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
