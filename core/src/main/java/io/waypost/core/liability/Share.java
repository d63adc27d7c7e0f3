package io.waypost.core.liability;

/**
 * What one unit bears (责任份额).
 *
 * @param unit its code
 * @param perMille of the whole; above zero
 */
public record Share(String unit, LiableParty party, Duty duty, int perMille) {

    public Share {
        if (unit.isBlank() || perMille < 1 || perMille > Shares.WHOLE) {
            throw new IllegalArgumentException("'%s' cannot bear %d of 1000.".formatted(unit, perMille));
        }
    }
}
