package io.waypost.app.sop;

import io.waypost.core.sop.StageCourse;
import io.waypost.core.sop.TicketKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How stages of tickets went (环节历程), for trying SOPs on them. Whoever keeps tickets implements it as a bean; a dry run reads
 * piece by piece, each in a transaction of the platform. Thread-safe.
 */
public interface SopHistory {

    /** How many stages of tickets of those kinds began in the span; the end is not included. */
    long count(Set<TicketKind> kinds, Instant from, Instant until);

    /**
     * Some of those stages, in an order that never changes.
     *
     * @param place empty for the first piece, else the {@code next} of the piece before
     * @param atMost at least 1
     */
    Piece read(Set<TicketKind> kinds, Instant from, Instant until, String place, int atMost);

    /**
     * A piece of the history.
     *
     * @param next where the next piece begins; empty at the end
     */
    record Piece(List<StageCourse> courses, String next) {

        public Piece {
            courses = List.copyOf(courses);
        }
    }
}
