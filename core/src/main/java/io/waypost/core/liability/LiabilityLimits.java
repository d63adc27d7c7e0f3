package io.waypost.core.liability;

import java.time.Duration;
import java.time.LocalTime;

/**
 * The numbers in the rules of judging.
 *
 * @param handOverScans whether places are bound to scan what they load and the bags they take over; where they are not, a missing scan says
 *     nothing
 * @param reportWithin how soon after it came in damage must be reported (2 h [B])
 * @param cutOff what comes to an outlet before this time of day in Beijing goes out the same day
 * @param toleranceGrams two scales differ by that much
 * @param tolerancePerMille or by that much of the weight, whichever is more
 * @param outletStay how long an outlet may have it
 * @param hubStay how long a hub may have it
 * @param roadToHub how long it may be on the road to a hub
 * @param roadToOutlet how long it may be on the road to an outlet
 */
public record LiabilityLimits(boolean handOverScans, Duration reportWithin, LocalTime cutOff, int toleranceGrams,
        int tolerancePerMille, Duration outletStay, Duration hubStay, Duration roadToHub, Duration roadToOutlet) {

    /** The heavier of the two tolerances, in grams, for a parcel of that weight. */
    int tolerance(int grams) {
        return (int) Math.max(toleranceGrams, (long) grams * tolerancePerMille / 1000);
    }
}
