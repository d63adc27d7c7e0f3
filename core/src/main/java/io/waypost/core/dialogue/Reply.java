package io.waypost.core.dialogue;

import java.util.List;
import java.util.Map;

/**
 * A sentence.
 *
 * @param values what is put into it
 * @param options offered with numbers
 */
public record Reply(Say say, Map<String, String> values, List<String> options) {

    public Reply {
        values = Map.copyOf(values);
        options = List.copyOf(options);
    }
}
