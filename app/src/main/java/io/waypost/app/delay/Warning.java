package io.waypost.app.delay;

import io.waypost.core.delay.DelayFinding;
import io.waypost.core.delay.DelayModel;
import io.waypost.core.delay.DelayPoint;
import io.waypost.core.delay.DelayReason;
import io.waypost.core.delay.Salvage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A warning that stands (时效预警), as it was judged last.
 *
 * @param number the how many-th of its parcel, from 0
 * @param version of the model it is judged by; 0 for none
 * @param knownAt when the newest thing it rests on was learnt
 * @param site whose move is next
 */
record Warning(DelayFinding finding, int number, int version, Instant judgedAt, Instant knownAt, String site,
        String unitPath, Estimate estimate, Salvage salvage, DelayReason reason, DelayPoint last) {

    /**
     * When it will probably be delivered.
     *
     * @param risk how likely it misses the promise; 0 where nothing is promised
     * @param early by when one in ten is delivered; this and the others are null beyond what is known
     * @param expected by when half are
     * @param late by when nine in ten are
     * @param cases how many parcels that rests on
     */
    record Estimate(double risk, @Nullable Instant early, @Nullable Instant expected, @Nullable Instant late,
            int cases) {

        /** Of a parcel in whose stage nothing was learnt. */
        static final Estimate NONE = new Estimate(1, null, null, null, 0);

        static Estimate of(DelayModel.Outlook outlook, @Nullable Instant promised, Instant now) {
            double risk = promised == null ? 0 : now.isBefore(promised) ? outlook.missing(promised) : 1;
            return new Estimate(risk, outlook.by(0.1).orElse(null), outlook.by(0.5).orElse(null),
                    outlook.by(0.9).orElse(null), outlook.cases());
        }
    }

    /** What is needed to go on with it: the warning, and up to when everything was taken into account. */
    record Standing(DelayFinding finding, int number, Instant knownAt) {}
}
