package io.waypost.app.knowledge;

import io.waypost.bot.encode.Encoder;
import java.util.Optional;

/**
 * The language model of this node, by which questions are near in meaning; whoever holds one declares a bean of this type. Without it, and
 * where it does not run, words alone count. Implementations must be thread-safe.
 */
public interface MeaningModel {

    /** The encoder; may take seconds when it is asked for first. Empty where none runs here. */
    Optional<Encoder> encoder();
}
