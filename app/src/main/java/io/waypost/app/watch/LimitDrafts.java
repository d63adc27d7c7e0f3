package io.waypost.app.watch;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where limits are proposed, tried, and put into force by somebody else (双人复核). One at a time decides about a draft; others are told
 * that it is decided.
 */
@Service
class LimitDrafts {

    private static final int LONGEST_NOTE = 200;

    private final LimitDraftStore store;
    private final LimitReplays replays;
    private final LimitDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    LimitDrafts(LimitDraftStore store, LimitReplays replays, LimitDesk desk, AuditTrail audit, Clock clock) {
        this.store = store;
        this.replays = replays;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** Proposes a limit, and queues its trial. */
    @Transactional
    LimitDraft make(LimitDesk.Setting setting) {
        requireHeadquarters();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = LimitDesk.row(setting, Acting.current().name(), now);
        var kept = new LimitDesk.Setting(row.key().stage(), row.key().laneClass(), row.key().fromDivision(),
                row.key().toDivision(), row.hours(), row.source());
        var draft = new LimitDraft(Ids.next(now), kept, LimitDraft.State.OPEN, Acting.hand(), row.author(), now, null,
                null,
                null, null);
        store.insert(draft);
        replays.ask(draft, now);
        record("LIMIT_DRAFTED", draft, Map.of("hours", row.hours(), "stage", row.key().stage().name()));
        return draft;
    }

    /** Tries an open draft again, against the table that is in force now. */
    @Transactional
    void tryAgain(UUID id) {
        requireHeadquarters();
        var draft = open(id);
        if (!replays.ask(draft, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw Refusal.conflict("RUN_EXISTS", "A trial of this draft is under way.");
        }
    }

    /** Puts a draft into force. Whoever wrote it may not, and nobody may before they can see what it would have made. */
    @Transactional
    void approve(UUID id, @Nullable String note) {
        requireHeadquarters();
        var draft = open(id);
        var hand = Acting.hand();
        if (hand == null || hand.equals(draft.authorId())) {
            throw Refusal.forbidden("SECOND_PERSON", "Somebody else puts a limit into force than who proposed it.");
        }
        boolean tried = store.newest(List.of(id)).stream()
                .anyMatch(replay -> replay.state() == LimitReplay.State.DONE);
        if (!tried) {
            throw Refusal.conflict("NOT_TRIED", "The trial of this draft is not done; wait for its figures.");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int version = desk.set(draft.setting(), draft.author(), now);
        store.decide(id, LimitDraft.State.APPROVED, Acting.current().name(), now, words(note), version);
        record("LIMIT_APPROVED", draft, Map.of("version", version, "author", draft.author()));
    }

    /** Drops a draft; whoever wrote it may too. */
    @Transactional
    void reject(UUID id, @Nullable String note) {
        requireHeadquarters();
        var draft = open(id);
        var said = words(note);
        if (said == null) {
            throw Refusal.invalid("note", note, "MISSING", "Say in at most 200 characters why.");
        }
        store.decide(id, LimitDraft.State.REJECTED, Acting.current().name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS), said, null);
        record("LIMIT_REJECTED", draft, Map.of("note", said));
    }

    private LimitDraft open(UUID id) {
        var draft = store.lock(id).orElseThrow(() -> Refusal.notFound("draft of a limit", id));
        if (draft.state() != LimitDraft.State.OPEN) {
            throw Refusal.conflict("DECIDED", "Somebody has decided about this draft already.");
        }
        return draft;
    }

    private void record(String action, LimitDraft draft, Map<String, Object> what) {
        audit.record(action, "LIMIT_DRAFT", draft.id().toString(), "/", what);
    }

    private static @Nullable String words(@Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("note", null, "LENGTH", "Write at most 200 characters.");
        }
        return note == null || note.isBlank() ? null : note.strip();
    }

    static void requireHeadquarters() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "Limits count for the whole network; headquarters set them.");
        }
    }
}
