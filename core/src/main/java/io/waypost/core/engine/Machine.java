package io.waypost.core.engine;

import java.time.Instant;
import java.util.List;

/**
 * A pure state machine: same state, event and instant always give the same step.
 *
 * <p>Implementations hold no fields that change, read no clock, and do no I/O; whoever runs them, in one process or on
 * many, supplies all three.
 *
 * @param <S> the state kept per key
 * @param <E> what may happen to it
 * @param <F> what it may ask of the world
 */
@FunctionalInterface
public interface Machine<S, E, F> {

    /** Takes one step. */
    Step<S, F> step(S state, E event, Instant at);

    /** Where the machine stands after a step, and what it asks for. */
    record Step<S, F>(S state, List<F> effects) {

        public Step {
            effects = List.copyOf(effects);
        }
    }
}
