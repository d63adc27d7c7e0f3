package io.waypost.watch.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

    @Test
    void isThatOfAStableSortOfUnsignedNumbers() {
        var random = new SplittableRandom(1);
        for (int size : new int[]{0, 1, 2, 255, 256, 257, 5000}) {
            for (long most : new long[]{1, 3, 70_000, Long.MAX_VALUE}) {
                long[] keys = random.longs(size, -most, most).toArray();
                int[] expected = IntStream.range(0, size).boxed()
                        .sorted(Comparator.comparing(i -> keys[i], Long::compareUnsigned)).mapToInt(i -> i).toArray();
                assertThat(KeyOrder.of(keys.clone())).isEqualTo(expected);
            }
        }
        assertThat(KeyOrder.of(new long[]{-1, 0, -1, 1})).containsExactly(1, 3, 0, 2);
        assertThat(Arrays.stream(KeyOrder.of(new long[300]))).isSorted();
    }

    @Test
    void numbersOfAnySizeAreReadBack() {
        var out = new ByteColumn();
        var random = new SplittableRandom(2);
        long[] numbers = new long[2000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i < 600 ? i : random.nextLong() >>> random.nextInt(64);
            out.number(numbers[i]);
            out.signed((int) numbers[i]);
        }
        var in = new ByteCursor();
        in.begin(out.bytes, 0);
        for (long number : numbers) {
            assertThat(in.number()).isEqualTo(number);
            assertThat(in.signed()).isEqualTo((int) number);
        }
        assertThat(in.at()).isEqualTo(out.length);
    }
}
