package io.waypost.core.liability;

import java.util.List;
import java.util.UUID;

/** What somebody asks of a charge, or what time does to it (追责操作). */
public sealed interface LiabilityCommand {

    /** The engine judged it. */
    record Judge(Judgement judgement) implements LiabilityCommand {}

    /** A person decides what the scans could not tell. */
    record Settle(UUID person, String unit, List<Share> shares) implements LiabilityCommand {

        public Settle {
            shares = List.copyOf(shares);
        }
    }

    /** A charged unit brings evidence. */
    record GiveEvidence(UUID person, String unit) implements LiabilityCommand {}

    /** The other side, or its region, speaks against the evidence. */
    record Rebut(UUID person, String unit) implements LiabilityCommand {}

    /**
     * Nobody spoke against the evidence in time: it is accepted.
     *
     * @param judgement what follows from it
     */
    record AcceptEvidence(Judgement judgement) implements LiabilityCommand {}

    /** The time of a state is over, and nobody used it. */
    record Lapse() implements LiabilityCommand {}

    /**
     * A charged unit appeals.
     *
     * @param tier who is above both sides
     */
    record Appeal(UUID person, String unit, Tier tier) implements LiabilityCommand {}

    /**
     * Somebody above both sides decides.
     *
     * @param unit whose people decide
     * @param tier where that unit stands
     */
    record Arbitrate(UUID person, String unit, Tier tier, Award award) implements LiabilityCommand {}

    /** What an arbitrator can decide. */
    sealed interface Award {

        /** It stays as it is. */
        record Uphold() implements Award {}

        /** Others bear it, or in other parts. */
        record Move(List<Share> shares) implements Award {

            public Move {
                shares = List.copyOf(shares);
            }
        }

        /** No unit bears it. */
        record Lift() implements Award {}
    }
}
