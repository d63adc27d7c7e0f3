package io.waypost.app.delay;

import java.time.Instant;

/**
 * One version of what was learnt (模型版本).
 *
 * @param inForce whether forecasts come from it
 * @param parcels how many parcels it was learnt from
 * @param cells how many cells it knows
 * @param knownUntil it was learnt from what was known then
 * @param triedFrom it was tried on the promises from then on
 */
record DelayVersion(int number, Instant learntAt, Verdict verdict, boolean inForce, long parcels, int cells,
        Instant knownUntil, Instant triedFrom, Instant triedUntil, DelayFigures figures) {

    /** What came of its trial; the names are part of the API. */
    enum Verdict {
        /** Better than the clock, and there was none before. */
        FIRST,
        /** Not worse than the one before on the same parcels. */
        NOT_WORSE,
        /** Worse than the one before on the same parcels: that one stays. */
        WORSE,
        /** Worse than the rule "elapsed &gt; promise − 12 h": not used. */
        WORSE_THAN_CLOCK,
        /** Too few parcels to try it on: not used. */
        TOO_FEW;

        boolean taken() {
            return this == FIRST || this == NOT_WORSE;
        }
    }
}
