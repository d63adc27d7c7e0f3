package io.waypost.core.claim;

import java.util.List;

/** A part of an assessment: lines that add up, or why it cannot be told. */
sealed interface Part {

    /** Nothing to add. */
    Part NOTHING = new Known(List.of());

    /** Lines that add up. */
    record Known(List<Explanation> lines) implements Part {

        public Known {
            lines = List.copyOf(lines);
        }

        long fen() {
            return sum(lines);
        }
    }

    /** It cannot be told. */
    record Untold(Reason reason) implements Part {}

    static long sum(List<Explanation> lines) {
        return lines.stream().mapToLong(Explanation::fen).reduce(0, Math::addExact);
    }
}
