package io.waypost.watch.shard;

import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.CompactFindings;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.CompactWatch;
import io.waypost.core.watch.ParcelAside;
import io.waypost.core.watch.ParcelState;
import io.waypost.core.watch.Pause;
import io.waypost.watch.table.DueVisitor;
import io.waypost.watch.table.NewestSnapshot;
import io.waypost.watch.table.ParcelTable;
import io.waypost.watch.table.SnapshotFiles;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parcels of one shard under the watch (分片): the same scans in the same order give the same findings, whoever hosts it and whenever
 * it is swept. No clock, no input or output, no threads; one thread at a time owns it, and brings the rule along.
 */
public final class Shard implements AutoCloseable {

    /** How many parcels are brought near at once. */
    public static final int NEAR = 64;

    private static final int FIRST_ROOM = 1024;

    private final ParcelTable table;
    private final int remembered;
    private final Map<Long, ParcelAside> asides;
    private final ParcelState state = new ParcelState();
    private final ParcelAside nothing = new ParcelAside();
    private final Relay relay = new Relay();
    private final int[] homes = new int[NEAR];

    /**
     * An empty shard.
     *
     * @param parcels how many it has room for at first
     * @param remembered for how many seconds after its last scan a parcel is remembered of which nothing more is expected. A scan that
     *     comes later than that finds no parcel, so a first scan that is older than that starts no watch
     */
    public Shard(int parcels, int remembered) {
        this(new ParcelTable(ParcelFields.SIZE, parcels), new HashMap<>(), remembered);
    }

    /** The empty shard of that number, as a host begins with it. */
    public static Shard empty(int number, int remembered) {
        return new Shard(new ParcelTable(ParcelFields.SIZE, FIRST_ROOM, number), new HashMap<>(), remembered);
    }

    private Shard(ParcelTable table, Map<Long, ParcelAside> asides, int remembered) {
        this.table = table;
        this.asides = asides;
        this.remembered = remembered;
    }

    /**
     * A shard as it was written down, and up to where in the log it had been told; an empty one if nothing usable was.
     *
     * @param skipped newer snapshots that could not be used
     */
    public record Restored(Shard shard, long lsn, List<NewestSnapshot.Skipped> skipped) {

        public Restored {
            skipped = List.copyOf(skipped);
        }
    }

    /** Reads the newest snapshot that is whole. */
    public static Restored restore(SnapshotFiles files, int number, int remembered) throws IOException {
        var asides = new ArrayList<Map<Long, ParcelAside>>();
        var newest = files.newest(ParcelFields.SIZE, channel -> asides.add(AsideSection.read(channel)));
        return switch (newest) {
            case NewestSnapshot.Found(var loaded, var skipped) -> new Restored(
                    new Shard(loaded.table(), asides.getLast(), remembered), loaded.lsn(), skipped);
            case NewestSnapshot.None(var skipped) -> new Restored(empty(number, remembered), 0, skipped);
        };
    }

    /**
     * Makes a snapshot durable.
     *
     * @param lsn up to where in the log it has been told
     * @return the log number of the oldest snapshot kept: what the log holds after it is still needed
     */
    public long write(SnapshotFiles files, int number, long lsn) throws IOException {
        return files.write(lsn, channel -> dump(channel, number, lsn));
    }

    /** Writes all of it, in the form of its snapshots, where the host keeps such things; the channel stays open. */
    public void dump(WritableByteChannel channel, int number, long lsn) throws IOException {
        table.dump(channel, number, lsn);
        AsideSection.write(channel, asides);
    }

    /**
     * Reads what {@link #dump} wrote, and nothing behind it.
     *
     * @throws io.waypost.watch.table.RefusedSnapshot if it is damaged or of another shard
     */
    public static Restored load(ReadableByteChannel channel, int number, int remembered) throws IOException {
        var loaded = ParcelTable.load(channel, number, ParcelFields.SIZE);
        try {
            return new Restored(new Shard(loaded.table(), AsideSection.read(channel), remembered), loaded.lsn(),
                    List.of());
        } catch (IOException | RuntimeException refused) {
            loaded.table().close();
            throw refused;
        }
    }

    /** Closures have changed: looks at every deadline anew. */
    public void reconsider(CompactWatch watch) {
        for (int slot = table.next(-1); slot >= 0; slot = table.next(slot)) {
            ParcelFields.read(table, slot, state);
            table.lower(slot, deadline(watch, aside(table.key(slot))));
        }
    }

    /**
     * Says which parcels are asked about next, so that the waits for memory overlap.
     *
     * @param keys of this shard, the first {@code count} of them; at most {@link #NEAR}
     */
    public void near(long[] keys, int count) {
        table.prefetch(keys, count, homes);
    }

    /** Applies a scan of the parcel at its arrival. */
    public void scanned(CompactWatch watch, long key, CompactScan scan, ShardFindings out) {
        int slot = table.findOrInsert(key);
        if (slot < 0) {
            slot = ~slot;
            state.clear();
        } else {
            ParcelFields.read(table, slot, state);
            if (forgotten(scan.arrival)) {
                // As if it had been swept away, so that nothing depends on when that was.
                asides.remove(key);
                state.clear();
            }
        }
        scan.historic |= !state.seen() && scan.arrival - scan.at > remembered;
        var aside = aside(key);
        int nothingBefore = over(state) ? Integer.MIN_VALUE : table.deadline(slot);
        watch.onScan(state, aside, scan, nothingBefore, relay.to(key, out));
        keep(watch, key, slot, aside);
    }

    /** A person says that the parcel may rest. */
    public void rests(CompactWatch watch, long key, Pause pause, int at, ShardFindings out) {
        int slot = table.findOrInsert(key);
        slot = slot < 0 ? ~slot : slot;
        ParcelFields.read(table, slot, state);
        var aside = asides.computeIfAbsent(key, _ -> new ParcelAside());
        watch.rests(state, aside, pause, at, relay.to(key, out));
        keep(watch, key, slot, aside);
    }

    /** The pause of that id ends now. */
    public void pauseEnded(CompactWatch watch, long key, String id, int at, ShardFindings out) {
        int slot = table.find(key);
        if (slot >= 0) {
            ParcelFields.read(table, slot, state);
            var aside = asides.computeIfAbsent(key, _ -> new ParcelAside());
            watch.endPause(state, aside, id, at, relay.to(key, out));
            keep(watch, key, slot, aside);
        }
    }

    /** A person settled the present silence. */
    public void settled(CompactWatch watch, long key, int at, ShardFindings out) {
        int slot = table.find(key);
        if (slot >= 0) {
            ParcelFields.read(table, slot, state);
            var aside = aside(key);
            watch.settle(state, aside, at, relay.to(key, out));
            keep(watch, key, slot, aside);
        }
    }

    /** Makes something of a parcel as it is now. */
    @FunctionalInterface
    public interface Looker<T> {

        /**
         * The state must not be kept.
         *
         * @param next when a warning is due if nothing happens, {@link CompactWatch#NEVER} if none is
         */
        T look(ParcelState state, int next);
    }

    /** What the looker makes of the parcel; null if it is not remembered. */
    public <T> @Nullable T look(CompactWatch watch, long key, Looker<T> looker) {
        int slot = table.find(key);
        if (slot < 0) {
            return null;
        }
        ParcelFields.read(table, slot, state);
        return looker.look(state, watch.next(state, aside(key)));
    }

    /** Fires what was due before that second, and forgets parcels that are over; gives back how many it looked at. */
    public int sweep(CompactWatch watch, int now, ShardFindings out) {
        return table.sweep(now, (slot, _) -> {
            long key = table.key(slot);
            ParcelFields.read(table, slot, state);
            if (forgotten(now)) {
                asides.remove(key);
                return DueVisitor.REMOVE;
            }
            var aside = aside(key);
            watch.advance(state, aside, now, relay.to(key, out));
            ParcelFields.write(table, slot, state);
            keepAside(key, aside);
            return deadline(watch, aside);
        });
    }

    /** The first second at which a sweep may find something, {@link ParcelTable#NONE} if none. */
    public int earliest() {
        return table.earliest();
    }

    /** How many parcels it remembers. */
    public int parcels() {
        return table.count();
    }

    /** Bytes that it holds off the heap. */
    public long bytes() {
        return table.bytes();
    }

    @Override
    public void close() {
        table.close();
    }

    /** What the parcel in {@link #state} has beside its row; the row tells whether there is anything, so that few are looked up. */
    private ParcelAside aside(long key) {
        return besides() ? asides.getOrDefault(key, nothing) : nothing;
    }

    private boolean besides() {
        return (state.flags & (ParcelState.WARNED | ParcelState.RESTS | ParcelState.OWN_PAUSE_ENDED)) != 0;
    }

    private void keep(CompactWatch watch, long key, int slot, ParcelAside aside) {
        ParcelFields.write(table, slot, state);
        keepAside(key, aside);
        if (!state.seen() && !besides()) {
            // What came so late that it starts no watch leaves no row behind.
            table.remove(slot);
            return;
        }
        table.lower(slot, deadline(watch, aside));
    }

    /** A parcel that had nothing beside its row and was warned of has something now. */
    private void keepAside(long key, ParcelAside aside) {
        boolean needed = besides();
        if (aside == nothing && needed) {
            asides.put(key, nothing.moved());
        } else if (aside != nothing && !needed) {
            asides.remove(key);
        }
    }

    /** Whether it is over for so long that nothing of it is known any more. */
    private boolean forgotten(int now) {
        return over(state) && state.lastArrival + remembered < now;
    }

    private int deadline(CompactWatch watch, ParcelAside aside) {
        return over(state) ? state.lastArrival + remembered : watch.next(state, aside);
    }

    private static boolean over(ParcelState state) {
        return state.seen() && ScanType.ofCode(state.type).terminal();
    }

    /** Adds the key to what the rule says. */
    private static final class Relay implements CompactFindings {

        private long key;
        private @Nullable ShardFindings out;

        Relay to(long parcel, ShardFindings findings) {
            key = parcel;
            out = findings;
            return this;
        }

        @Override
        public void raised(ParcelState state, int at) {
            if (out != null) {
                out.raised(key, state, at);
            }
        }

        @Override
        public void cleared(ParcelState before, int at, ClearCause cause) {
            if (out != null) {
                out.cleared(key, before, at, cause);
            }
        }

        @Override
        public void suspected(ParcelState state, int at) {
            if (out != null) {
                out.suspected(key, state, at);
            }
        }
    }
}
