package io.waypost.watch.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.watch.record.WatchRecord.BatchTaken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 those who number what they send")
class SendersTest {

    private static final int DAY = 24 * 3600;

    private final Senders senders = new Senders();

    @Test
    @DisplayName("are forgotten when they were silent for 30 days, and what they missed with them")
    void silent() {
        senders.learn(new BatchTaken("a", 1, 0));
        senders.learn(new BatchTaken("a", 5, DAY));
        senders.learn(new BatchTaken("b", 7, 31 * DAY));
        assertThat(senders.has("a", 5)).isTrue();
        assertThat(senders.has("b", 5)).isFalse();
        assertThat(senders.missing()).isEqualTo(3);
        senders.learn(new BatchTaken("b", 8, 31 * DAY + 1));
        assertThat(senders.has("a", 5)).isFalse();
        assertThat(senders.size()).isEqualTo(1);
        assertThat(senders.missing()).isZero();
    }

    @Test
    @DisplayName("are so many at most, and those heard of last stay")
    void most() {
        for (int i = 0; i < Senders.MOST; i++) {
            senders.learn(new BatchTaken("s" + i, 1, i));
        }
        senders.learn(new BatchTaken("s0", 2, Senders.MOST));
        senders.learn(new BatchTaken("more", 1, Senders.MOST));
        assertThat(senders.size()).isEqualTo(Senders.MOST);
        assertThat(senders.has("s0", 2)).isTrue();
        assertThat(senders.has("s1", 1)).isFalse();
    }

    @Test
    @DisplayName("are the same whoever reads the log first, and after they were written down")
    void readTwice() {
        for (int number = 1; number <= 200; number++) {
            senders.learn(10L * number, new BatchTaken("a", number, number));
        }
        var known = senders.known();
        // Another reader is behind: what it tells was told.
        senders.learn(500, new BatchTaken("a", 50, 50));
        assertThat(senders.known()).isEqualTo(known);
        var again = new Senders();
        again.learn(known);
        again.learn(2_000, new BatchTaken("a", 200, 200));
        assertThat(again.known()).isEqualTo(known);
        again.learn(2_001, new BatchTaken("a", 203, 203));
        assertThat(again.missing("a")).isEqualTo(2);
        assertThat(again.missing()).isEqualTo(2);
    }
}
