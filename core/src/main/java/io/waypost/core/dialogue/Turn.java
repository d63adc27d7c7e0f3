package io.waypost.core.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows.
 *
 * @param query what to find out first; null where nothing
 * @param end how the dialogue ends; null where it goes on
 */
public record Turn(DialogueState state, List<Reply> replies, @Nullable Query query, @Nullable End end) {

    public Turn {
        replies = List.copyOf(replies);
    }
}
