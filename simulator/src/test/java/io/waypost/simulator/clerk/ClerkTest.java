package io.waypost.simulator.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.parcel.Situation;
import io.waypost.simulator.truth.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClerkTest {

    private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");

    @Test
    void findsWhatLiesInItsOwnPlaceMostly() {
        List<Reply> replies = replies(Kind.MISLAID, "O1", "O1", false);
        assertThat(replies).extracting(Reply::kind).containsOnly("FOUND_FORWARDED", "NOT_FOUND");
        assertThat(replies.stream().filter(Reply::found).count()).isBetween(820L, 970L);
    }

    @Test
    void neverFindsWhatLiesElsewhereButMayKnowWhoHasIt() {
        List<Reply> replies = replies(Kind.MISLAID, "H1", "O1", false);
        assertThat(replies).noneMatch(Reply::found).extracting(Reply::kind).containsOnly("MISDIRECTED", "NOT_FOUND");
        assertThat(replies).filteredOn(reply -> reply.kind().equals("MISDIRECTED")).extracting(Reply::misdirectedTo)
                .containsOnly("H1");
    }

    @Test
    void regionsSearchEverywhereAndNobodyFindsWhatIsLost() {
        assertThat(replies(Kind.DAMAGED, "H1", "R05", true)).extracting(Reply::kind).contains("FOUND_DAMAGED");
        assertThat(replies(Kind.LOST, "O1", "O1", false)).extracting(Reply::kind).containsOnly("NOT_FOUND");
    }

    @Test
    void saysUntilWhenToWait() {
        Reply moving = Clerk.reply(new Situation(null, "H1", NOW.plus(Duration.ofHours(9))), "O1", false, NOW,
                Dice.of(1));
        assertThat(moving.kind()).isEqualTo("ON_THE_WAY");
        assertThat(moving.until()).isEqualTo(NOW.plus(Duration.ofMinutes(9 * 60 + 30)));
        assertThat(replies(Kind.WAITING_FOR_CUSTOMER, "O1", "O1", false))
                .allMatch(reply -> reply.kind().equals("WAITING_CUSTOMER")
                        && reply.until() != null && reply.until().isAfter(NOW));
    }

    private static List<Reply> replies(@Nullable Kind trouble, String place, String asked, boolean everywhere) {
        Situation situation = new Situation(trouble, place, null);
        return IntStream.range(0, 1_000).mapToObj(i -> Clerk.reply(situation, asked, everywhere, NOW, Dice.of(i)))
                .toList();
    }
}
