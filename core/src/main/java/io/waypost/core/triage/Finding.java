package io.waypost.core.triage;

import java.util.List;

/**
 * A condition held against the facts.
 *
 * @param wanted any of these
 * @param found what there was; of the text only the words that were looked for
 */
public record Finding(Aspect aspect, List<String> wanted, List<String> found, boolean holds) {

    public Finding {
        wanted = List.copyOf(wanted);
        found = List.copyOf(found);
    }
}
