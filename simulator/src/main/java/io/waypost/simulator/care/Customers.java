package io.waypost.simulator.care;

import io.waypost.client.Parcel;
import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.chance.Weighted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The few of the network's customers (客户) who come with a matter some time after their parcel was sent. The same seed and the same
 * parcel give the same matter, however many others there are. Not safe for threads.
 */
public final class Customers {

    private static final long LUCK = 901;
    private static final double URGENT = 0.07;
    private static final int SOONEST_HOURS = 8;
    private static final int LATEST_HOURS = 60;
    private static final List<String> REASONS = List.of("MEDICINE", "LOST", "BROKEN", "HIGH_VALUE", "LIFE_CRITICAL",
            "OTHER");
    private static final Weighted<Topic> TOPICS = new Weighted<>(Topic.ALL, Topic::weight);

    private final PriorityQueue<Complaint> coming = new PriorityQueue<>(
            Comparator.comparing(Complaint::at).thenComparing(Complaint::waybill));
    private final long seed;
    private final double perThousand;

    /** Customers of whom, for every thousand parcels, so many come with a matter; 0 for none. */
    public Customers(long seed, double perThousand) {
        this.seed = seed;
        this.perThousand = perThousand;
    }

    /** A parcel was sent; its customer may come with a matter later. */
    public void sent(Instant at, Parcel parcel) {
        matter(at, parcel).ifPresent(coming::add);
    }

    /** Those who come up to now, the first first; each once. */
    public List<Complaint> until(Instant now, int most) {
        List<Complaint> due = new ArrayList<>();
        while (due.size() < most) {
            Complaint first = coming.peek();
            if (first == null || first.at().isAfter(now)) {
                break;
            }
            due.add(coming.remove());
        }
        return due;
    }

    private Optional<Complaint> matter(Instant at, Parcel parcel) {
        Dice dice = Dice.of(seed, LUCK, parcel.waybill().hashCode());
        Parcel.Party recipient = parcel.recipient();
        if (recipient == null || !dice.chance(perThousand / 1_000)) {
            return Optional.empty();
        }
        Topic topic = TOPICS.draw(dice);
        Duration later = Duration.ofSeconds((long) (3_600 * dice.between(SOONEST_HOURS, LATEST_HOURS)));
        @Nullable
        String urgent = dice.chance(URGENT) ? dice.pick(REASONS) : null;
        return Optional.of(new Complaint(at.plus(later), parcel.waybill(), topic.kind(), dice.pick(topic.complaints()),
                recipient.name(), recipient.phone(), urgent));
    }
}
