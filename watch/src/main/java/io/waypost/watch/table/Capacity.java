package io.waypost.watch.table;

/** How many homes a table needs: at most 0.92 parcels a home, where a search still looks at seven records at most in the mean. */
final class Capacity {

    /** Beyond this, slots would not be counted by an int any more. */
    static final int MOST_HOMES = 1 << 30;

    private static final int FEWEST_HOMES = 64;
    private static final int LARGE = 1 << 12;

    private Capacity() {}

    /** The fewest homes that hold so many parcels. */
    static int homesFor(int parcels) {
        long homes = (parcels * 25L + 22) / 23;
        if (homes > MOST_HOMES) {
            throw new IllegalStateException(
                    "A table cannot hold %d parcels.%nMaybe spread them over more shards.".formatted(parcels));
        }
        return (int) Math.max(FEWEST_HOMES, homes);
    }

    /** How many parcels so many homes hold. */
    static int parcelsAt(int homes) {
        return (int) (homes * 23L / 25);
    }

    /**
     * The next size. Small tables grow by a quarter, large ones by a sixteenth, where memory counts more than the time of copying: so a
     * parcel takes at most 42 bytes there, not 49. It costs a parcel that is new some half a microsecond while a table reaches a size
     * that it never had.
     */
    static int grown(int homes) {
        if (homes >= MOST_HOMES) {
            throw new IllegalStateException(
                    "A table of %d homes cannot grow.%nMaybe spread it over more shards.".formatted(homes));
        }
        return Math.min(MOST_HOMES, homes + (homes < LARGE ? homes / 4 : homes / 16));
    }
}
