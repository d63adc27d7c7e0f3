package io.waypost.app.stream;

import io.waypost.app.stream.StreamEngine.Open;
import io.waypost.watch.host.EngineFailure;
import io.waypost.watch.log.LogFailure;
import java.io.IOException;
import java.io.UncheckedIOException;

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

    private Open running() {
        return engine.running().orElseThrow(StreamEngine::ending);
    }
}
