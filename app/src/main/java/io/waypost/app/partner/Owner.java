package io.waypost.app.partner;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The partner that calls, and how its work is done: in one transaction that the platform begins, because a ticket is kept by units that
 * the partner does not reach. Whatever is the partner's own is asked for by its key.
 */
@Component
class Owner {

    private static final Actor PLATFORM = new Actor.Internal("open-api");

    private final TransactionTemplate transaction;

    Owner(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** The partner that calls. */
    static Actor.Partner current() {
        if (Acting.current() instanceof Actor.Partner partner) {
            return partner;
        }
        throw Refusal.forbidden("PARTNERS_ONLY", "This part of the API is for partners' programs.");
    }

    /** Does the work in one transaction of the platform. */
    <R extends @Nullable Object> R inOne(Supplier<R> work) {
        return Acting.as(PLATFORM, () -> transaction.execute(_ -> work.get()));
    }
}
