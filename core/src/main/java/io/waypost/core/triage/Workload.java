package io.waypost.core.triage;

import io.waypost.core.network.UnitKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who of a unit takes a ticket, by how much they have in hand (按工作量分派). Pure and safe for threads. */
public final class Workload {

    private static final Comparator<Load> LEAST_FIRST = Comparator.comparingInt(Load::weight)
            .thenComparing(Load::lastAssigned, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Load::person);

    private Workload() {}

    /** Whether a unit's tickets are shared out among its people; the names are part of the API. */
    public enum WorkSharing {
        ON,
        OFF,
        /** Nobody has said so: by what the unit is. */
        DEFAULT
    }

    /**
     * What somebody has in hand.
     *
     * @param open tickets on which they must act
     * @param urgent how many of them are urgent
     * @param overdue how many of them are late
     * @param lastAssigned when they were last given one; null where they never were
     */
    public record Load(UUID person, int open, int urgent, int overdue, @Nullable Instant lastAssigned) {

        /** An urgent ticket weighs as much as two, a late one as three. */
        public int weight() {
            return open + urgent + 2 * overdue;
        }

        /** With that many more that nobody else sees yet. */
        public Load with(int more) {
            return new Load(person, open + more, urgent, overdue, lastAssigned);
        }
    }

    /** In the order in which they come in question: who has least, then who has waited longest. */
    public static List<Load> ranked(Collection<Load> loads) {
        return loads.stream().sorted(LEAST_FIRST).toList();
    }

    /**
     * Whether work is shared out.
     *
     * @param desk whether it is a desk's work and not that of a unit on the parcel's way
     * @param namesDuty whether the unit itself has somebody on duty for it
     * @param staff how many people come in question
     */
    public static boolean shares(WorkSharing sharing, UnitKind kind, boolean desk, boolean namesDuty, int staff) {
        return staff > 0 && switch (sharing) {
            case ON -> true;
            case OFF -> false;
            case DEFAULT -> desk
                    ? kind == UnitKind.HEADQUARTERS || kind == UnitKind.REGION || kind == UnitKind.DEPARTMENT
                    : !namesDuty && staff > 1;
        };
    }
}
