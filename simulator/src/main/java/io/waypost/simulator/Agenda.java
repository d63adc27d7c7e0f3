package io.waypost.simulator;

import io.waypost.simulator.parcel.Journeys;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is to happen, in order of time and, at the same second, in order of planning. Not safe for threads. */
final class Agenda {

    /** One entry. */
    sealed interface Item {

        /** A parcel takes its next step. */
        record Step(Journeys.Wake wake) implements Item {}

        /** An order is placed. */
        record Order() implements Item {}

        /** A new day begins. */
        record NewDay() implements Item {}

        /** Something reaches the platform. */
        record Out(Action action) implements Item {}
    }

    private record Entry(long at, long number, Item item) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(4096);

    private long count;

    void add(long at, Item item) {
        entries.add(new Entry(at, count++, item));
    }

    /** The second of the first entry; the end of time where there is none. */
    long firstAt() {
        Entry first = entries.peek();
        return first == null ? Long.MAX_VALUE : first.at;
    }

    /** Takes the first entry. */
    @Nullable
    Item take() {
        Entry first = entries.poll();
        return first == null ? null : first.item;
    }
}
