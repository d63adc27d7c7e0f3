package io.waypost.watch.table;

/**
 * How many homes a table needs: at most 0.9 parcels a home. There a parcel that is new pushes 50 others on in the mean, at 0.92 it would be
 * 78; a tenth of emptiness more would cost each parcel 4 bytes.
 */
final class Capacity {

    /** Beyond this, slots would not be counted by an int any more. */
    static final int MOST_HOMES = 1 << 30;

    private static final int FEWEST_HOMES = 64;
    /** A table grows by that part of itself. */
    private static final int STEP = 13;

    private Capacity() {}

    /** The fewest homes that hold so many parcels. */
    static int homesFor(int parcels) {
        long homes = (parcels * 10L + 8) / 9;
        if (homes > MOST_HOMES) {
            throw new IllegalStateException(
                    "A table cannot hold %d parcels.%nMaybe spread them over more shards.".formatted(parcels));
        }
        return (int) Math.max(FEWEST_HOMES, homes);
    }

    /** How many parcels so many homes hold. */
    static int parcelsAt(int homes) {
        return (int) (homes * 9L / 10);
    }

    /**
     * The same with some room to spare, each shard with a part of its own of what it will grow by next: shards fill alike, and should not
     * all grow at the same moment, nor all be half as empty as they may be.
     */
    static int homesFor(int parcels, int shard) {
        int homes = homesFor(parcels);
        // An odd factor mixes them: neighbours are hosted together, and among them too growing should be spread.
        int part = shard * 83 % Shards.COUNT;
        return (int) Math.min(MOST_HOMES, homes + (long) homes * part / (Shards.COUNT * (long) STEP));
    }

    /**
     * The next size. It grows by little, since memory counts more than the time of copying: so all shards together take at most 42 bytes
     * a parcel, not 45. It costs a parcel that is new a third of a microsecond while a table reaches a size that it never had.
     */
    static int grown(int homes) {
        if (homes >= MOST_HOMES) {
            throw new IllegalStateException(
                    "A table of %d homes cannot grow.%nMaybe spread it over more shards.".formatted(homes));
        }
        return Math.min(MOST_HOMES, homes + homes / STEP);
    }
}
