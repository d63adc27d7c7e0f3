package io.waypost.core.liability;

import java.time.Instant;
import java.util.Optional;

/** Where a charge is in its life (追责状态). Each state carries only what is true in that state. */
public sealed interface LiabilityState {

    /** How lists and the API name a state. */
    enum Name {
        UNJUDGED,
        UNDECIDED,
        JUDGED,
        ANSWERED,
        STANDING,
        ARBITRATION,
        FINAL
    }

    /** Its name. */
    Name name();

    /** When its time is used up; empty where it waits for people without a limit, or is over. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** Before the first command. */
    record Unjudged() implements LiabilityState {

        @Override
        public Name name() {
            return Name.UNJUDGED;
        }
    }

    /** The scans cannot tell; a person decides (待人工认定). Nothing is charged. */
    record Undecided() implements LiabilityState {

        @Override
        public Name name() {
            return Name.UNDECIDED;
        }
    }

    /** Charged provisionally; the charged units may bring evidence (已判责，举证期). */
    record Judged(Instant evidenceUntil) implements LiabilityState {

        @Override
        public Name name() {
            return Name.JUDGED;
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(evidenceUntil);
        }
    }

    /** A charged unit brought evidence; the other side may speak against it (已举证，反驳期). */
    record Answered(Instant evidenceUntil, Instant rebutUntil) implements LiabilityState {

        @Override
        public Name name() {
            return Name.ANSWERED;
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(rebutUntil);
        }
    }

    /** Both sides were heard or silent; one appeal is open (维持，可申诉). */
    record Standing(Instant appealUntil) implements LiabilityState {

        @Override
        public Name name() {
            return Name.STANDING;
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(appealUntil);
        }
    }

    /** A charged unit appealed; somebody above both sides decides (仲裁中). */
    record Arbitration(Tier tier) implements LiabilityState {

        @Override
        public Name name() {
            return Name.ARBITRATION;
        }
    }

    /** Over (终裁). */
    record Final(Ending ending) implements LiabilityState {

        @Override
        public Name name() {
            return Name.FINAL;
        }
    }

    /** How a charge ended; the names are part of the API. */
    enum Ending {
        /** Nobody appealed in time. */
        ACCEPTED,
        /** The appeal failed. */
        UPHELD,
        /** The appeal won: others bear it. */
        MOVED,
        /** The appeal won: no unit bears it. */
        LIFTED,
        /** No unit was to bear it, by the judgement or by evidence that nobody spoke against. */
        BORNE;

        /** Whether an appeal won. */
        public boolean won() {
            return this == MOVED || this == LIFTED;
        }
    }
}
