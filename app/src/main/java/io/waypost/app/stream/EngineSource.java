package io.waypost.app.stream;

import io.waypost.app.stream.StreamEngine.Open;
import io.waypost.watch.host.EngineFailure;
import io.waypost.watch.log.LogFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** The engine of this node. */
final class EngineSource implements StreamSource {

    private final StreamEngine engine;

    EngineSource(StreamEngine engine) {
        this.engine = engine;
    }

    @Override
    public boolean open() {
        return engine.running().isPresent();
    }

    @Override
    public boolean follows() {
        return true;
    }

    @Override
    public void settle() {
        var running = running().engine();
        try {
            long written = running.heartbeat();
            running.awaitDurable(written);
            running.awaitTimelines(written);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw StreamEngine.ending();
        } catch (LogFailure | EngineFailure failure) {
            throw StreamEngine.failed(failure);
        }
    }

    @Override
    public void tell(long parcel, PickedScans into) {
        var open = running();
        try {
            open.engine().timeline(parcel, event -> into.add(event, open.words()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void tell(long parcel, Instant since, PickedScans into) {
        var open = running();
        try {
            open.engine().timeline(parcel, second(since), event -> into.add(event, open.words()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long size() {
        return running().engine().scans();
    }

    @Override
    public long[] sample(Instant since, int oneIn, long from, int most) {
        try {
            return running().engine().sample(oneIn, second(since), from, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arrivals are kept to the second. */
    private static int second(Instant since) {
        return Math.toIntExact(since.plusNanos(999_999_999).getEpochSecond());
    }

    private Open running() {
        return engine.running().orElseThrow(StreamEngine::ending);
    }
}
