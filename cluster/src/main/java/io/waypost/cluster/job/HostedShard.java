package io.waypost.cluster.job;

import io.waypost.core.watch.CompactWatch;
import io.waypost.watch.shard.Shard;
import io.waypost.watch.shard.ShardFindings;
import io.waypost.watch.shard.ShardFrames;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;

/** A shard and the second it has come to; its clock is moved by its frames alone and never goes back. One thread owns it. */
final class HostedShard implements AutoCloseable {

    private static final int FORM = 1;

    private final int number;
    private final Shard shard;
    private int clock;
    private int sweptAt;

    private HostedShard(int number, Shard shard, int clock) {
        this.number = number;
        this.shard = shard;
        this.clock = clock;
    }

    static HostedShard empty(int number, int remembered) {
        return new HostedShard(number, Shard.empty(number, remembered), 0);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is damaged, of another shard, or of a topic that was cut in another way
     */
    static HostedShard read(InputStream from, int number, int partitions, int remembered) throws IOException {
        var in = new DataInputStream(from);
        int form = in.readByte();
        int cut = in.readInt();
        if (form != FORM || cut != partitions) {
            throw new IOException(
                    "The state of shard %d is of form %d and of a topic of %d partitions; wanted are form %d and %d partitions."
                            .formatted(number, form, cut, FORM, partitions));
        }
        int clock = in.readInt();
        return new HostedShard(number, Shard.load(Channels.newChannel(in), number, remembered).shard(), clock);
    }

    void write(OutputStream to, int partitions) throws IOException {
        var out = new DataOutputStream(to);
        out.writeByte(FORM);
        out.writeInt(partitions);
        out.writeInt(clock);
        out.flush();
        shard.dump(Channels.newChannel(to), number, 0);
    }

    /** Time has come to that second, or further. */
    void reach(int second) {
        clock = Math.max(clock, second);
    }

    void apply(ShardFrames frames, CompactWatch watch, ByteBuffer payload, ShardFindings out) {
        frames.apply(shard, watch, payload, clock, out);
    }

    void reconsider(CompactWatch watch) {
        shard.reconsider(watch);
    }

    /** Fires what was due, if the last time was so many seconds ago. */
    void sweep(CompactWatch watch, int every, ShardFindings out) {
        if (clock - sweptAt < every) {
            return;
        }
        sweptAt = clock;
        shard.sweep(watch, clock, out);
    }

    int parcels() {
        return shard.parcels();
    }

    long bytes() {
        return shard.bytes();
    }

    @Override
    public void close() {
        shard.close();
    }
}
