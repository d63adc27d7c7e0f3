package io.waypost.app.stream;

import static java.util.Comparator.comparing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.OneByOne;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.ParcelsElsewhere;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.stream.PickStore.Asked;
import io.waypost.core.scan.Codes;
import io.waypost.watch.table.WaybillKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Picks parcels out of the stream: those that the watch found, and those that somebody asks for. What they were scanned so far comes from
 * the stream's timelines, what they are scanned from now on comes from {@link StreamDesk} as it is taken; whatever comes twice counts once.
 */
@Component
class Picking implements DueWork, ParcelsElsewhere {

    private static final Logger LOG = LoggerFactory.getLogger(Picking.class);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;
    private static final Duration REST = Duration.ofMinutes(1);
    /** After so long a timeline will not tell any more what it does not tell yet. */
    private static final Duration GIVEN_UP = Duration.ofDays(1);
    private static final Actor PLATFORM = new Actor.Internal("stream");

    private final StreamSource source;
    private final PickStore store;
    private final Picked picked;
    private final ScanIntake intake;
    private final Clock clock;
    private final Cache<Long, Boolean> renewed = Caffeine.newBuilder().expireAfterWrite(REST).maximumSize(100_000)
            .build();
    /** Whoever asks may hold a connection of the database already; all together must leave some for the asking. */
    private final Semaphore gate = new Semaphore(AT_ONCE);
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;
    private final TransactionTemplate atOnce;

    Picking(StreamSource source, PickStore store, Picked picked, ScanIntake intake, Clock clock,
            PlatformTransactionManager transactions) {
        this.source = source;
        this.store = store;
        this.picked = picked;
        this.intake = intake;
        this.clock = clock;
        this.oneByOne = new OneByOne(transactions);
        this.transaction = new TransactionTemplate(transactions);
        this.atOnce = new TransactionTemplate(transactions);
        atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String name() {
        return "stream-picking";
    }

    @Override
    public Optional<Instant> nextDue() {
        return source.open() ? Objects.requireNonNull(transaction.execute(_ -> store.earliest())) : Optional.empty();
    }

    @Override
    public int runDue(Instant now) {
        return source.open() ? Objects.requireNonNull(transaction.execute(_ -> pickDue(now))) : 0;
    }

    @Override
    public boolean bring(String waybill) {
        var code = Codes.waybill(waybill);
        if (code == null || !source.open() || !WaybillKey.packed(WaybillKey.of(code))) {
            return false;
        }
        long parcel = WaybillKey.of(code);
        // One that is picked already is there, or lies beyond the reach of whoever asks.
        return !picked.has(parcel) && Acting.as(PLATFORM, () -> isKnown(parcel) && pickNow(parcel));
    }

    @Override
    public void renew(String waybill) {
        var code = source.follows() ? null : Codes.waybill(waybill);
        if (code == null || !WaybillKey.packed(WaybillKey.of(code))) {
            return;
        }
        long parcel = WaybillKey.of(code);
        if (renewed.asMap().putIfAbsent(parcel, true) == null) {
            try {
                Acting.as(PLATFORM, () -> wasPicked(parcel) && pickNow(parcel));
            } catch (RuntimeException unreachable) {
                LOG.warn("What is new of the parcel {} cannot be had; its page shows what is known", code, unreachable);
            }
        }
    }

    /** By the database: another node may have picked it. */
    private boolean wasPicked(long parcel) {
        return Objects.requireNonNull(transaction.execute(_ -> store.isPicked(parcel)));
    }

    /** One that is not told yet may have been scanned a moment ago. */
    private boolean isKnown(long parcel) {
        if (tells(parcel)) {
            return true;
        }
        source.settle();
        return tells(parcel);
    }

    private boolean tells(long parcel) {
        var scans = new PickedScans();
        source.tell(parcel, scans);
        return !scans.isEmpty();
    }

    private boolean pickNow(long parcel) {
        if (!gate.tryAcquire()) {
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "BUSY",
                    "Many parcels are being fetched just now; try again in a moment.");
        }
        try {
            atOnce.executeWithoutResult(_ -> {
                begin(List.of(parcel));
                pick(new Asked(parcel, null), clock.instant());
            });
            return true;
        } finally {
            gate.release();
        }
    }

    private int pickDue(Instant now) {
        // In the order in which taking scans locks parcels, so that the two do not block each other.
        var asked = store.claim(now, BATCH).stream().sorted(comparing(one -> WaybillKey.text(one.parcel()))).toList();
        if (!asked.isEmpty()) {
            begin(asked.stream().map(Asked::parcel).toList());
        }
        return oneByOne.each(asked, one -> pick(one, now), this::putOff);
    }

    /**
     * From here on every scan that is taken of them is kept in the timelines as well. Only then what the log has of them may be read, with
     * all that was written before: so none falls between.
     */
    private void begin(List<Long> parcels) {
        picked.add(parcels);
        store.pick(parcels, clock.instant());
        source.settle();
    }

    private void pick(Asked asked, Instant now) {
        var scans = new PickedScans();
        source.tell(asked.parcel(), scans);
        scans.into(intake);
        var news = asked.news();
        if (news == null || scans.reaches(news) || news.plus(GIVEN_UP).isBefore(now)) {
            store.done(asked.parcel());
        } else {
            store.postpone(asked.parcel(), now.plus(REST));
        }
    }

    private void putOff(Asked asked, RuntimeException defect) {
        LOG.error("The parcel of key {} could not be picked out of the stream; tried again in {}", asked.parcel(), REST,
                defect);
        store.postpone(asked.parcel(), clock.instant().plus(REST));
    }
}
