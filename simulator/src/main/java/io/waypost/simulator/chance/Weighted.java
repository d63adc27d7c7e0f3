package io.waypost.simulator.chance;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A list to draw from by weight. Immutable. */
public final class Weighted<T> {

    private final List<T> items;

    private final double[] cumulative;

    /** Items of weight 0 are never drawn; at least one must weigh more. */
    public Weighted(List<T> items, ToDoubleFunction<T> weight) {
        this.items = List.copyOf(items);
        this.cumulative = new double[items.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += weight.applyAsDouble(items.get(i));
            cumulative[i] = sum;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("The weights of %d items sum to %s.".formatted(items.size(), sum));
        }
    }

    /** One item. */
    public T draw(Dice dice) {
        int at = Arrays.binarySearch(cumulative, dice.uniform() * cumulative[cumulative.length - 1]);
        return items.get(at < 0 ? -at - 1 : Math.min(at + 1, cumulative.length - 1));
    }
}
