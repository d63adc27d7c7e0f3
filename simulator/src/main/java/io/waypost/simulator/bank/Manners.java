package io.waypost.simulator.bank;

/**
 * How the bank behaves.
 *
 * @param loseCalls share of calls that never reach it
 * @param loseAnswers share of calls that it does and does not answer
 * @param refuse share of transfers that it refuses for good
 * @param refuseNow share of tries that it refuses for now
 * @param failLate share of transfers that it takes and that come to nothing
 * @param twice share of notices that it sends once more, after they were heard
 * @param lateMillis how late answers, payments and notices may be; drawn for each, so that they overtake one another
 */
record Manners(double loseCalls, double loseAnswers, double refuse, double refuseNow, double failLate, double twice,
        long lateMillis) {

    /** What can be drawn for one thing. */
    enum Chance {
        LOSE_CALL,
        LOSE_ANSWER,
        REFUSE,
        REFUSE_NOW,
        FAIL_LATE,
        TWICE
    }

    double share(Chance chance) {
        return switch (chance) {
            case LOSE_CALL -> loseCalls;
            case LOSE_ANSWER -> loseAnswers;
            case REFUSE -> refuse;
            case REFUSE_NOW -> refuseNow;
            case FAIL_LATE -> failLate;
            case TWICE -> twice;
        };
    }
}
