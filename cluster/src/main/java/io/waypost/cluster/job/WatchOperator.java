package io.waypost.cluster.job;

import io.waypost.cluster.topic.Partitioning;
import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.ParcelState;
import io.waypost.watch.host.Book;
import io.waypost.watch.host.WatchFinding;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.WatchRecord.SiteCloses;
import io.waypost.watch.shard.ShardFindings;
import io.waypost.watch.shard.ShardFrames;
import io.waypost.watch.table.Shards;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Hosts the shards of its key groups: each shard lies in a checkpoint as its snapshot would lie on disk. Beside them it has a book for each
 * partition of which it has shards; of a checkpoint's books each lies there once, and all subtasks read them.
 *
 * <p>Time is the shards' own, from their frames. So what is found does not depend on Flink's watermarks, on how fast partitions are read,
 * or on where the job was stopped.
 */
final class WatchOperator extends AbstractStreamOperator<Found> implements OneInputStreamOperator<Frame, Found> {

    private static final long serialVersionUID = 1;

    private final Partitioning partitioning;
    private final int remembered;
    private final int sweepEvery;

    private transient @Nullable HostedShard[] shards;
    private transient @Nullable Book[] books;
    private transient int[] partitionOf;
    private transient KeyGroupRange range;
    private transient ListState<byte[]> bookState;
    private transient ShardFrames frames;
    private transient Findings findings;

    /**
     * Nothing is hosted before its state is initialised.
     *
     * @param remembered for how many seconds after its last scan a parcel is remembered of which nothing more is expected
     * @param sweepEvery seconds of a shard's time between two looks at its deadlines; it changes when, not what is found
     */
    @SuppressWarnings("NullAway.Init")
    WatchOperator(Partitioning partitioning, int remembered, int sweepEvery) {
        this.partitioning = partitioning;
        this.remembered = remembered;
        this.sweepEvery = sweepEvery;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        frames = new ShardFrames();
        findings = new Findings();
        var task = getRuntimeContext().getTaskInfo();
        range = KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(task.getMaxNumberOfParallelSubtasks(),
                task.getNumberOfParallelSubtasks(), task.getIndexOfThisSubtask());
        shards = new HostedShard[Shards.COUNT];
        books = new Book[partitioning.count()];
        partitionOf = new int[Shards.COUNT];
        Arrays.setAll(partitionOf, partitioning::partition);
        bookState = context.getOperatorStateStore().getUnionListState(
                new ListStateDescriptor<>("books", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        restore(context);
        getMetricGroup().gauge("parcels", () -> Arrays.stream(shards).filter(Objects::nonNull)
                .mapToLong(HostedShard::parcels).sum());
        getMetricGroup().gauge("bytes", () -> Arrays.stream(shards).filter(Objects::nonNull)
                .mapToLong(HostedShard::bytes).sum());
    }

    @Override
    public void processElement(StreamRecord<Frame> element) {
        var frame = element.getValue();
        var shard = Objects.requireNonNull(shards[frame.shard]);
        int partition = partitionOf[frame.shard];
        var book = Objects.requireNonNull(books[partition]);
        var payload = ByteBuffer.wrap(frame.payload);
        findings.book = book;
        shard.reach(frame.second);
        if (frame.everybody) {
            everybody(frame.shard, partition, payload);
        } else if (!book.hasLimits()) {
            throw new IllegalStateException("Partition %d has scans before it has limits.".formatted(partition));
        } else {
            shard.apply(frames, book.watch(), payload, findings);
        }
        if (book.hasLimits()) {
            shard.sweep(book.watch(), sweepEvery, findings);
        }
    }

    @Override
    protected boolean isUsingCustomRawKeyedState() {
        return true;
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        var out = context.getRawKeyedOperatorStateOutput();
        for (int number : range) {
            out.startNewKeyGroup(number);
            Objects.requireNonNull(shards[number]).write(out, partitioning.count());
        }
        var mine = new ArrayList<byte[]>();
        for (int partition = 0; partition < books.length; partition++) {
            var book = books[partition];
            if (book != null && range.contains(partitioning.firstShard(partition))) {
                mine.add(BookForm.write(partition, book));
            }
        }
        bookState.update(mine);
    }

    @Override
    public void close() throws Exception {
        for (int number = 0; shards != null && number < shards.length; number++) {
            var shard = shards[number];
            shards[number] = null;
            if (shard != null) {
                shard.close();
            }
        }
        super.close();
    }

    private void restore(StateInitializationContext context) throws Exception {
        for (var group : context.getRawKeyedStateInputs()) {
            int number = group.getKeyGroupId();
            shards[number] = HostedShard.read(group.getStream(), number, partitioning.count(), remembered);
        }
        for (var form : bookState.get()) {
            books[BookForm.partition(form)] = BookForm.read(form);
        }
        for (int number : range) {
            int partition = partitioning.partition(number);
            if (context.isRestored() && (shards[number] == null || books[partition] == null)) {
                throw new IllegalStateException("The checkpoint has no shard %d, or no book of partition %d."
                        .formatted(number, partition));
            }
            if (shards[number] == null) {
                shards[number] = HostedShard.empty(number, remembered);
            }
            if (books[partition] == null) {
                books[partition] = new Book();
            }
        }
    }

    /** The first shard of the partition that is here teaches the book; the others find it taught, since all come one after the other. */
    private void everybody(int number, int partition, ByteBuffer payload) {
        var book = findings.book;
        var told = Records.read(payload);
        if (number == Math.max(partitioning.firstShard(partition), range.getStartKeyGroup())) {
            book.learn(told);
        }
        if (told instanceof SiteCloses && book.hasLimits()) {
            Objects.requireNonNull(shards[number]).reconsider(book.watch());
        }
    }

    /** Sends on what a shard finds. */
    private final class Findings implements ShardFindings {

        private Book book = new Book();

        @Override
        public void raised(long key, ParcelState state, int at) {
            send(WatchFinding.silent(key, state, at));
        }

        @Override
        public void cleared(long key, ParcelState before, int at, ClearCause cause) {
            send(WatchFinding.cleared(key, before, at, cause));
        }

        @Override
        public void suspected(long key, ParcelState state, int at) {
            send(WatchFinding.suspected(key, state, at));
        }

        private void send(WatchFinding finding) {
            var found = new Found();
            found.key = finding.key();
            found.json = FindingJson.of(finding, book);
            output.collect(new StreamRecord<>(found));
        }
    }
}
