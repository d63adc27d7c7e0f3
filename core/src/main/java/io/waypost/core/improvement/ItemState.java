package io.waypost.core.improvement;

import java.time.Instant;

/** Where an improvement item stands (改进项状态). */
public sealed interface ItemState {

    /** The names; part of the API and of the database. */
    enum Name {
        PROPOSED,
        ACCEPTED,
        IN_PROGRESS,
        DONE,
        VERIFIED,
        FAILED,
        DROPPED
    }

    Name name();

    /** Somebody drafted it (已提出). */
    record Proposed() implements ItemState {

        @Override
        public Name name() {
            return Name.PROPOSED;
        }
    }

    /** Its owner will do it (已接受). */
    record Accepted() implements ItemState {

        @Override
        public Name name() {
            return Name.ACCEPTED;
        }
    }

    /** Being done (进行中). */
    record InProgress() implements ItemState {

        @Override
        public Name name() {
            return Name.IN_PROGRESS;
        }
    }

    /**
     * Done (已完成); whether it helped shows later.
     *
     * @param at when; what comes after is counted from here
     * @param looks how often it was measured without enough tickets to tell
     */
    record Done(Instant at, int looks) implements ItemState {

        @Override
        public Name name() {
            return Name.DONE;
        }
    }

    /** The cause fell (已见效). */
    record Verified(Comparison proof) implements ItemState {

        @Override
        public Name name() {
            return Name.VERIFIED;
        }
    }

    /** The cause did not fall, or too little happened to prove it (未见效). */
    record Failed(Comparison proof) implements ItemState {

        @Override
        public Name name() {
            return Name.FAILED;
        }
    }

    /** Given up (已放弃). */
    record Dropped() implements ItemState {

        @Override
        public Name name() {
            return Name.DROPPED;
        }
    }
}
