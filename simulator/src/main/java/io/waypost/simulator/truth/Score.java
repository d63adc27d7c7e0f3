package io.waypost.simulator.truth;

/**
 * How well warnings matched the truth; see {@link Scorer} for the definitions.
 *
 * @param right warnings raised inside an episode in which the parcel was stuck or lost
 * @param wrong all other warnings
 * @param repeated further warnings about one and the same silence, counted in neither
 * @param found episodes that counted and were warned of
 * @param missed episodes that counted and were not
 */
public record Score(int right, int wrong, int repeated, int found, int missed) {

    /** The share of right warnings; 1 where there were none. */
    public double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** The share of episodes that were found; 1 where there were none. */
    public double recall() {
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }
}
