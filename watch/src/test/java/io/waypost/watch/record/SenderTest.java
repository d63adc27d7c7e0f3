package io.waypost.watch.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.watch.record.WatchRecord.BatchTaken;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 what is remembered of a sender's numbers")
class SenderTest {

    @Test
    @DisplayName("knows a repetition, also of a batch that was overtaken, and counts what has not come")
    void repetitions() {
        var sender = after(7, 8, 10, 11);
        assertThat(LongStream.rangeClosed(1, 12).filter(sender::has)).containsExactly(7L, 8L, 10L, 11L);
        assertThat(sender.missing()).isEqualTo(1);
        assertThat(sender.with(taken(9)).missing()).isZero();
        assertThat(sender.with(taken(9)).has(9)).isTrue();
        assertThat(sender.with(taken(9)).last()).isEqualTo(11);
        assertThat(sender.with(taken(6)).missing()).as("nobody missed it").isZero();
        assertThat(sender.with(taken(20)).missing()).isEqualTo(9);
        assertThat(sender.with(taken(11))).isEqualTo(sender);
    }

    @Test
    @DisplayName("begins anew with one who counts from its beginning again, rather than drop what it never had")
    void beginsAnew() {
        var sender = after(LongStream.rangeClosed(1, 40).toArray());
        assertThat(sender.has(1)).as("the gateway was set up again").isFalse();
        assertThat(sender.has(2)).isTrue();
        var again = sender.with(taken(1));
        assertThat(LongStream.rangeClosed(1, 60).filter(again::has)).containsExactly(1L);
        assertThat(again.has(1)).as("the first one repeated").isTrue();
        assertThat(after(5_000, 4_937).has(4_937)).isTrue();
        var far = after(5_000, 4_936);
        assertThat(far.has(5_000)).isFalse();
        assertThat(far.has(4_936)).isTrue();
        assertThat(far.missing()).isZero();
        assertThat(after(1, Sender.HIGHEST, 2).has(1)).isFalse();
    }

    @Test
    @DisplayName("never says of a batch that it was taken when it was not")
    void neverDropsWhatWasNotTaken() {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            var sender = after(1 + random.nextInt(100));
            var taken = new HashSet<Long>();
            taken.add(sender.last());
            for (int i = 0; i < 200; i++) {
                long number = Math.max(1, sender.last() + random.nextInt(150) - (random.nextInt(5) == 0 ? 120 : 40));
                assertThat(taken.contains(number) || !sender.has(number)).as("number %d", number).isTrue();
                sender = sender.with(taken(number));
                taken.add(number);
                // The first one, overtaken and then repeated, may be a beginning anew as well: it is taken again.
                assertThat(sender.has(number) || number == 1).as("number %d just taken", number).isTrue();
                assertThat(sender.missing()).isNotNegative();
            }
        }
    }

    private static Sender after(long... numbers) {
        var sender = Sender.first(taken(numbers[0]));
        for (long number : numbers) {
            sender = sender.with(taken(number));
        }
        return sender;
    }

    private static BatchTaken taken(long number) {
        return new BatchTaken("gate-7", number, 5);
    }
}
