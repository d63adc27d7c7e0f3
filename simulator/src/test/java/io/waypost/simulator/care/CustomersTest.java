package io.waypost.simulator.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.client.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private static final Instant START = Instant.parse("2026-03-01T16:00:00Z");

    @Test
    void someOfAThousandComeAndTheSameSeedBringsTheSame() {
        List<Complaint> first = all(7, 50);
        assertThat(first).hasSizeBetween(380, 620).isEqualTo(all(7, 50)).isNotEqualTo(all(8, 50));
        assertThat(first).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(all(7, 0)).isEmpty();
    }

    @Test
    void theyComeWithAllTopicsAboutAsOftenAsInTheTradeAndFewAreUrgent() {
        List<Complaint> all = all(7, 1_000);
        assertThat(all).hasSize(10_000);
        for (Topic topic : Topic.ALL) {
            long count = all.stream().filter(one -> one.kind().equals(topic.kind())).count();
            assertThat(count).as(topic.kind()).isBetween(topic.weight() * 75L, topic.weight() * 130L);
        }
        assertThat(all.stream().filter(one -> one.urgentReason() != null).count()).isBetween(550L, 850L);
        assertThat(all.stream().map(Complaint::words).distinct().count()).isGreaterThan(25);
    }

    @Test
    void nobodyComesBeforeTheirTimeOrTwice() {
        Customers customers = new Customers(7, 1_000);
        customers.sent(START, parcel(1));
        assertThat(customers.until(START.plus(Duration.ofHours(7)), 10)).isEmpty();
        assertThat(customers.until(START.plus(Duration.ofHours(60)), 10)).hasSize(1);
        assertThat(customers.until(START.plus(Duration.ofHours(90)), 10)).isEmpty();
    }

    private static List<Complaint> all(long seed, double perThousand) {
        Customers customers = new Customers(seed, perThousand);
        for (int i = 0; i < 10_000; i++) {
            customers.sent(START, parcel(i));
        }
        return customers.until(START.plus(Duration.ofDays(4)), Integer.MAX_VALUE);
    }

    private static Parcel parcel(int number) {
        Parcel.Party party = new Parcel.Party("刘收件", "13800001234", null, null);
        return new Parcel("YT%013d".formatted(number), null, null, null, null, null, null, party, party);
    }
}
