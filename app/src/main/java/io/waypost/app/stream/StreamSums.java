package io.waypost.app.stream;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.watch.host.SumSink;
import io.waypost.watch.sum.ScanSums;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over what an engine has counted: the sums and the number of the last frame they contain are one transaction, so that each scan is
 * counted once whoever dies when.
 */
final class StreamSums implements SumSink {

    private static final Actor PLATFORM = new Actor.Internal("stream");

    private final UUID engine;
    private final HostStore hosts;
    private final StreamBoards boards;
    private final TransactionTemplate transaction;
    private volatile @Nullable StreamWords words;

    StreamSums(UUID engine, HostStore hosts, StreamBoards boards, TransactionTemplate transaction) {
        this.engine = engine;
        this.hosts = hosts;
        this.boards = boards;
        this.transaction = transaction;
    }

    /** What the numbers in sums stand for: known only once the engine is open. Until then nothing is taken. */
    void names(StreamWords names) {
        words = names;
    }

    @Override
    public long takenUpTo() {
        return Acting.as(PLATFORM,
                () -> Objects.requireNonNull(transaction.execute(_ -> hosts.counted(engine))));
    }

    @Override
    public void take(ScanSums sums) {
        var names = words;
        if (names == null) {
            throw new IllegalStateException("The engine is being opened.");
        }
        Acting.as(PLATFORM, () -> transaction.executeWithoutResult(_ -> {
            long counted = hosts.lockCounted(engine);
            if (counted >= sums.upTo()) {
                return;
            }
            if (counted > sums.after()) {
                throw new IllegalStateException("Frames up to %d are counted, and sums of %d to %d are offered."
                        .formatted(counted, sums.after() + 1, sums.upTo()));
            }
            boards.add(sums, names);
            hosts.counted(engine, sums.upTo());
        }));
    }
}
