package io.waypost.app.kernel;

import java.lang.ScopedValue.CallableOp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carries the {@link Actor} of the work at hand through the call, never through parameters of every method.
 *
 * <p>Bound for each request by a filter, for background work by {@link #as}. Where nobody is bound the actor is a visitor
 * who reaches nothing: forgetting to say who acts shows no rows instead of all of them.
 */
public final class Acting {

    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();
    private static final Actor NOBODY = new Actor.Visitor("unknown");

    private Acting() {}

    /** Who acts now. */
    public static Actor current() {
        return ACTOR.orElse(NOBODY);
    }

    /** The person or key that acts; null for the platform itself and for visitors. */
    public static @Nullable UUID hand() {
        return switch (current()) {
            case Actor.Person person -> person.id();
            case Actor.Partner partner -> partner.keyId();
            case Actor.Visitor _,Actor.Internal _ -> null;
        };
    }

    /** Runs the work as the given actor. A transaction must begin inside for its rows to follow the actor's scope. */
    public static void as(Actor actor, Runnable work) {
        ScopedValue.where(ACTOR, actor).run(work);
    }

    /** Runs the work as the given actor and gives back what it returns. */
    public static <R, X extends Throwable> R as(Actor actor, CallableOp<R, X> work) throws X {
        return ScopedValue.where(ACTOR, actor).call(work);
    }
}
