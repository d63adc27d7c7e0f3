package io.waypost.app.stream;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.OneByOne;
import io.waypost.app.parcel.ParcelsElsewhere;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.stream.StreamEngine.Open;
import io.waypost.core.scan.Codes;
import io.waypost.watch.table.WaybillKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Picks parcels out of the stream: those that the watch found, and those that somebody asks for. What they were scanned so far comes from
 * the engine's timelines, what they are scanned from now on comes from {@link StreamDesk} as it is taken; whatever comes twice counts once.
 */
@Component
class Picking implements DueWork, ParcelsElsewhere {

    private static final Logger LOG = LoggerFactory.getLogger(Picking.class);
    private static final int BATCH = 100;
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Actor PLATFORM = new Actor.Internal("stream");

    private final StreamEngine engine;
    private final PickStore store;
    private final Picked picked;
    private final ScanIntake intake;
    private final Clock clock;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;

    Picking(StreamEngine engine, PickStore store, Picked picked, ScanIntake intake, Clock clock,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.store = store;
        this.picked = picked;
        this.intake = intake;
        this.clock = clock;
        this.oneByOne = new OneByOne(transactions);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "stream-picking";
    }

    @Override
    public Optional<Instant> nextDue() {
        return engine.running().isEmpty()
                ? Optional.empty()
                : Objects.requireNonNull(transaction.execute(_ -> store.earliest()));
    }

    @Override
    public int runDue(Instant now) {
        return engine.running().map(open -> Objects.requireNonNull(transaction.execute(_ -> pickDue(open, now))))
                .orElse(0);
    }

    @Override
    public boolean bring(String waybill) {
        var code = Codes.waybill(waybill);
        var open = engine.running();
        if (code == null || open.isEmpty() || !WaybillKey.packed(WaybillKey.of(code))) {
            return false;
        }
        long key = WaybillKey.of(code);
        // One that is picked already is there, or lies beyond the reach of whoever asks.
        return !picked.has(key) && Acting.as(PLATFORM, () -> isKnown(open.get(), key) && bring(open.get(), key));
    }

    private boolean bring(Open open, long key) {
        transaction.executeWithoutResult(_ -> {
            begin(open, List.of(key));
            pick(open, key);
        });
        return true;
    }

    private int pickDue(Open open, Instant now) {
        var parcels = store.claim(now, BATCH);
        if (!parcels.isEmpty()) {
            begin(open, parcels);
        }
        return oneByOne.each(parcels, key -> pick(open, key), this::putOff);
    }

    /**
     * From here on every scan that is taken of them is kept in the timelines as well. Only then what the log has of them may be read, with
     * all that was written before: so none falls between.
     */
    private void begin(Open open, List<Long> parcels) {
        picked.add(parcels);
        store.pick(parcels, clock.instant());
        try {
            long written = open.engine().heartbeat();
            open.engine().awaitDurable(written);
            open.engine().awaitTimelines(written);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The platform is about to end.", interrupted);
        }
    }

    private void pick(Open open, long key) {
        var scans = new PickedScans(open.words());
        tell(open, key, scans);
        scans.into(intake);
        store.done(key);
    }

    private static boolean isKnown(Open open, long key) {
        var scans = new PickedScans(open.words());
        tell(open, key, scans);
        return !scans.isEmpty();
    }

    private static void tell(Open open, long key, PickedScans scans) {
        try {
            open.engine().timeline(key, scans::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putOff(long key, RuntimeException defect) {
        LOG.error("The parcel of key {} could not be picked out of the stream; tried again in {}", key, REST, defect);
        store.postpone(key, clock.instant().plus(REST));
    }
}
