package io.waypost.core.watch;

/**
 * The numbers around the rows of a table of limits.
 *
 * @param floorHours no alert before it: the business's own definition of silent
 * @param watchHours from here on a parcel is looked at
 * @param nightHours added after an outlet's scan between evening and morning, where the row does not know the part of the day
 * @param springFestivalFactor the base is multiplied by it around the Spring Festival
 * @param holidayFactor the same around any other holiday
 * @param defaultGraceHours allowance for late uploads where a site's own lag is not known
 * @param graceCapHours no site is allowed more
 * @param settleHours after an upload, wait at least this long for the rest of the device's memory
 * @param settleCapHours after a late one wait half of its delay, at most this long: its clock may be wrong instead
 */
public record LimitPolicy(
        double floorHours,
        double watchHours,
        double nightHours,
        double springFestivalFactor,
        double holidayFactor,
        double defaultGraceHours,
        double graceCapHours,
        double settleHours,
        double settleCapHours) {

    /** What a new installation starts with. */
    public static LimitPolicy defaults() {
        return new LimitPolicy(24, 24, 8, 2.0, 1.25, 0.25, 3, 0.5, 12);
    }
}
