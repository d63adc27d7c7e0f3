package io.waypost.watch.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Events that nobody would make up: every column over its whole range, with the ordinary in between. */
final class RandomEvents {

    private final SplittableRandom random;
    private int arrival = 1_790_000_000;

    RandomEvents(long seed) {
        random = new SplittableRandom(seed);
    }

    /** An event of a parcel that arrives after those before. */
    StoredEvent next(long key) {
        arrival += random.nextInt(4) == 0 ? random.nextInt(3 * 86_400) / 100 : random.nextInt(3);
        return event(key, arrival);
    }

    int arrival() {
        return arrival;
    }

    /** Events of so many parcels, those of a parcel together; 1 to 300 of each. */
    List<StoredEvent> parcels(int parcels) {
        var events = new ArrayList<StoredEvent>();
        for (int i = 0; i < parcels; i++) {
            long key = switch (i) {
                case 0 -> 0;
                case 1 -> -1;
                case 2 -> Long.MIN_VALUE;
                case 3 -> Long.MAX_VALUE;
                default -> random.nextBoolean() ? random.nextLong() : random.nextLong(100_000);
            };
            int count = random.nextInt(10) == 0 ? 1 + random.nextInt(300) : 1 + random.nextInt(12);
            for (int j = 0; j < count; j++) {
                events.add(random.nextInt(8) == 0 ? event(key, random.nextInt()) : next(key));
            }
        }
        return events;
    }

    private StoredEvent event(long key, int at) {
        int lag = random.nextInt(6) == 0 ? random.nextInt() : random.nextInt(200) - 50;
        int site = code(40);
        return new StoredEvent(key, at - lag, lag, (byte) (random.nextInt(9) == 0 ? random.nextInt() : 7), site,
                random.nextInt(3) == 0 ? code(40) : random.nextInt(5) == 0 ? site : 0, code(300), code(300),
                random.nextInt(5) == 0 ? code(4) : 3, (byte) (random.nextInt(9) == 0 ? random.nextInt() : 0),
                random.nextBoolean() ? random.nextLong() : 0, random.nextInt(6) == 0 ? detail() : null);
    }

    private @Nullable EventDetail detail() {
        return EventDetail.of(
                random.nextBoolean() ? "包" + random.nextInt() : null,
                random.nextBoolean() ? random.nextInt(1_000_001) : 0,
                random.nextBoolean() ? "破损 🙂".repeat(random.nextInt(30)) : null,
                random.nextBoolean() ? random.nextInt(1_000_000) : 0);
    }

    private int code(int usual) {
        return random.nextInt(20) == 0 ? random.nextInt() : random.nextInt(usual);
    }
}
