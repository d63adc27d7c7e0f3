package io.waypost.core.watch;

/**
 * Between which shares the true one lies, given so many right ones of so many judged (准确率区间): the Wilson score interval.
 *
 * <p>Unlike the plain share plus or minus its error, it stays within 0 and 1 and is honest about small numbers: three right ones of
 * three say only that the truth is above 44 %. Source: E. B. Wilson, 1927; also Brown, Cai and DasGupta, 2001.
 *
 * @param low the lower end, from 0
 * @param high the upper end, up to 1
 */
public record Wilson(double low, double high) {

    /** The 97.5th percentile of the normal distribution: nineteen intervals of twenty hold the truth. */
    private static final double Z = 1.959963984540054;

    /** The interval of 95 % confidence; everything from 0 to 1 where nothing has been judged. */
    public static Wilson of(long right, long judged) {
        if (right < 0 || right > judged) {
            throw new IllegalArgumentException("The right ones (%d) must be among the judged (%d).".formatted(right,
                    judged));
        }
        if (judged == 0) {
            return new Wilson(0, 1);
        }
        double share = right / (double) judged;
        double weight = Z * Z / judged;
        double middle = (share + weight / 2) / (1 + weight);
        double half = Z * Math.sqrt(share * (1 - share) / judged + weight / (4 * judged)) / (1 + weight);
        return new Wilson(right == 0 ? 0 : Math.max(0, middle - half),
                right == judged ? 1 : Math.min(1, middle + half));
    }
}
