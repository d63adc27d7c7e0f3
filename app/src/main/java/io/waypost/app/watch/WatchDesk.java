package io.waypost.app.watch;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.ClosureChanged;
import io.waypost.app.network.UnitsMoved;
import io.waypost.app.parcel.AppliedScan;
import io.waypost.app.parcel.PauseView;
import io.waypost.app.parcel.ScanObserver;
import io.waypost.core.scan.Codes;
import io.waypost.core.watch.Pause;
import io.waypost.core.watch.WatchEvent.Rests;
import io.waypost.core.watch.WatchEvent.Settled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to watched parcels besides time: scans, decisions of people, changes of the network. */
@Service
class WatchDesk implements Findings, ScanObserver {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(60);

    private final SilenceEngine engine;
    private final FindingStore store;
    private final StateStore states;
    private final Warnings warnings;
    private final AuditTrail audit;
    private final Clock clock;

    WatchDesk(SilenceEngine engine, FindingStore store, StateStore states, Warnings warnings, AuditTrail audit,
            Clock clock) {
        this.engine = engine;
        this.store = store;
        this.states = states;
        this.warnings = warnings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void applied(List<AppliedScan> scans) {
        engine.scanned(scans);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Finding> find(UUID id) {
        return store.find(id).map(FindingStore.Kept::finding);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Finding> standing(String waybill) {
        return store.ofParcel(waybill).stream().filter(finding -> finding.clearedAt() == null).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> of(String waybill) {
        return store.ofParcel(waybill);
    }

    @Override
    @Transactional
    public void ticketOpened(UUID findingId, UUID ticketId) {
        store.ticket(findingId, ticketId);
    }

    @Override
    @Transactional
    public void acted(UUID findingId, Instant at) {
        warnings.acted(findingId, at, false);
    }

    @Override
    @Transactional
    public void troubleConfirmed(UUID findingId, Instant at) {
        warnings.acted(findingId, at, true);
    }

    @Override
    @Transactional
    public void settle(String waybill) {
        engine.happened(waybill, new Settled());
    }

    @Override
    @Transactional
    public void rest(String waybill, Pause.Reason reason, Instant until) {
        pause(waybill, reason, until);
    }

    /** A person lets the parcel rest. */
    @Transactional
    PauseView rest(String waybill, Pause.@Nullable Reason reason, @Nullable Instant until, @Nullable String note) {
        var code = Codes.waybill(waybill);
        var now = clock.instant();
        if (reason == null) {
            throw Refusal.invalid("reason", null, "MISSING", "Say why the parcel may rest.");
        }
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST_PAUSE))) {
            throw Refusal.invalid("until", until, "OUT_OF_RANGE", "Use a time within the next 60 days.");
        }
        if (note != null && note.length() > 500) {
            throw Refusal.invalid("note", null, "LENGTH", "Write at most 500 characters.");
        }
        if (code == null || engine.states(List.of(code)).isEmpty()) {
            throw Refusal.notFound("watched parcel", waybill);
        }
        var pause = pause(code, reason, until);
        audit.record("PAUSED", "PARCEL", code,
                Acting.current() instanceof Actor.Person person ? person.unitPath() : "/",
                Map.of("reason", reason.name(), "until", until.toString(), "note", note == null ? "" : note));
        return PauseView.of(pause);
    }

    private Pause pause(String waybill, Pause.Reason reason, Instant until) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var end = until.isBefore(now) ? now : until.truncatedTo(ChronoUnit.MICROS);
        var pause = new Pause(Ids.next(now).toString(), reason, now, end, Pause.By.PERSON);
        engine.happened(waybill, new Rests(pause));
        return pause;
    }

    @EventListener
    void on(ClosureChanged changed) {
        engine.reconsider(changed.unitPath());
    }

    @EventListener
    void on(UnitsMoved moved) {
        states.moveUnits(moved.oldPrefix(), moved.newPrefix());
        store.moveUnits(moved.oldPrefix(), moved.newPrefix());
    }
}
