package io.waypost.core.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What few parcels have, kept beside their rows: pauses that people gave, and when a standing warning was raised. Not safe for threads.
 */
public final class ParcelAside {

    private final List<Pause> pauses = new ArrayList<>();
    private int[] spans = Resting.NEVER;
    private int warnedAt;
    private int ownEndsBy;

    /** One that was written down: when the standing warning was raised, by when the last scan's pause is over, and the pauses. */
    public static ParcelAside of(int warnedAt, int ownEndsBy, Collection<Pause> pauses) {
        var aside = new ParcelAside();
        aside.warnedAt = warnedAt;
        aside.ownEndsBy = ownEndsBy;
        aside.pauses(pauses);
        return aside;
    }

    /** The pauses of people, without those of scans and closures. */
    public List<Pause> pauses() {
        return List.copyOf(pauses);
    }

    /** Replaces the pauses. */
    public void pauses(Collection<Pause> others) {
        pauses.clear();
        pauses.addAll(others);
        spans = Resting.of(pauses);
    }

    void add(Pause pause) {
        pauses.removeIf(known -> known.id().equals(pause.id()));
        pauses.add(pause);
        spans = Resting.of(pauses);
    }

    void end(String id, int at) {
        pauses.replaceAll(pause -> pause.id().equals(id) ? pause.endingBy(Instant.ofEpochSecond(at)) : pause);
        spans = Resting.of(pauses);
    }

    /** By when the pause of the last scan is over. */
    public int ownEndsBy() {
        return ownEndsBy;
    }

    void ownEndsBy(int second) {
        ownEndsBy = second;
    }

    /** The second at which the standing warning was raised. */
    public int warnedAt() {
        return warnedAt;
    }

    void warnedAt(int second) {
        warnedAt = second;
    }

    /** What it holds, in a new one; this one holds nothing afterwards. */
    public ParcelAside moved() {
        var moved = new ParcelAside();
        moved.pauses(pauses);
        moved.warnedAt = warnedAt;
        moved.ownEndsBy = ownEndsBy;
        pauses.clear();
        spans = Resting.NEVER;
        return moved;
    }

    int[] spans() {
        return spans;
    }

    /** The parcel moved: what was over by then is forgotten; gives back whether any pause is left. */
    boolean forget(int at) {
        pauses.removeIf(pause -> pause.until().getEpochSecond() <= at);
        spans = Resting.of(pauses);
        return !pauses.isEmpty();
    }
}
