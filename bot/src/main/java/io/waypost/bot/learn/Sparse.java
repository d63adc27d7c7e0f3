package io.waypost.bot.learn;

/** A vector of which few numbers are not zero: their places ascending, and their values. Immutable by agreement: nobody writes into it. */
final class Sparse {

    final int[] places;
    final float[] values;

    Sparse(int[] places, float[] values) {
        this.places = places;
        this.values = values;
    }
}
