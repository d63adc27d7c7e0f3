package io.waypost.app.desk;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction of the desk, as the platform: an agent may have a contact of another region, and changes its seat and its contact
 * together, so the rules of the desk and not the scope say what they may.
 */
@Component
class DeskWork {

    private static final Actor DESK = new Actor.Internal("desk");

    private final TransactionTemplate transaction;

    DeskWork(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    <R> R whole(Supplier<R> work) {
        return Acting.as(DESK,
                () -> Objects.requireNonNull(transaction.execute(_ -> Objects.requireNonNull(work.get()))));
    }
}
