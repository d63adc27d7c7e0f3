package io.waypost.app.desk;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.desk.KeptPolicy.State;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.network.Network;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where versions of the routing policy are written, tried, and put into force by somebody who did not write in them (双人复核). They hold for
 * the whole network. A version that was in force once comes back by one hand: two people have looked at it before.
 */
@Service
class PolicyDesk {

    private static final int NOTE = 200;

    private final PolicyStore store;
    private final PolicyTrialStore trials;
    private final Policies policies;
    private final Network network;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final RouterSignal signal;
    private final Clock wall;

    PolicyDesk(PolicyStore store, PolicyTrialStore trials, Policies policies, Network network, AuditTrail audit,
            LiveFeed live, RouterSignal signal, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.trials = trials;
        this.policies = policies;
        this.network = network;
        this.audit = audit;
        this.live = live;
        this.signal = signal;
        this.wall = wall;
    }

    /** Begins a draft from that version, or from what is in force. */
    @Transactional
    int begin(@Nullable Integer from, String note) {
        requireHeadquarters();
        var base = kept(from == null ? store.inForce().version() : from);
        int version = store.add(base.body(), words("note", note), Acting.current().name(), Acting.hand(), now());
        record("ROUTING_DRAFTED", version, Map.of("from", base.version()));
        return version;
    }

    /** Writes another text into a draft. */
    @Transactional
    void save(int version, int revision, PolicyBody body, String note) {
        requireHeadquarters();
        draft(version, revision);
        PolicyCheck.require(body, network);
        store.save(version, body, words("note", note), Acting.hand());
        record("ROUTING_SAVED", version, Map.of());
    }

    /** Puts a draft into force, or an earlier version again. */
    @Transactional
    void force(int version, int revision, @Nullable String note) {
        requireHeadquarters();
        var policy = seen(version, revision);
        if (store.inForce().version() == version) {
            throw Refusal.conflict("IN_FORCE", "Version %d is in force already.".formatted(version));
        }
        switch (policy.state()) {
            case DROPPED -> throw Refusal.conflict("DROPPED", "Version %d was dropped.".formatted(version));
            case APPROVED -> {
                // It was tried and looked at by a second person once.
            }
            case DRAFT -> requireSecondAndTried(policy);
        }
        store.force(version, now(), Acting.current().name(), Acting.hand(),
                note == null || note.isBlank() ? null : words("note", note));
        record("ROUTING_FORCED", version, Map.of("author", policy.author()));
        policies.changed();
        signal.afterCommit();
        live.tell("desk-policies", "/", Map.of());
    }

    private void requireSecondAndTried(KeptPolicy policy) {
        var hand = Acting.hand();
        if (hand == null || policy.editors().contains(hand)) {
            throw Refusal.forbidden("SECOND_PERSON", "Somebody else puts a version into force than who wrote in it.");
        }
        PolicyCheck.require(policy.body(), network);
        if (trials.newest(policy.version())
                .filter(trial -> trial.done() && trial.revision() == policy.revision()).isEmpty()) {
            throw Refusal.conflict("NOT_TRIED", "Try version %d as it is written now, and look at its figures."
                    .formatted(policy.version()));
        }
    }

    /** Drops a draft. */
    @Transactional
    void drop(int version, int revision, String reason) {
        requireHeadquarters();
        draft(version, revision);
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", reason, "MISSING", "Say why.");
        }
        store.drop(version, words("reason", reason));
        record("ROUTING_DROPPED", version, Map.of("reason", reason.strip()));
    }

    KeptPolicy kept(int version) {
        return store.find(version).orElseThrow(() -> Refusal.notFound("version", version));
    }

    private KeptPolicy draft(int version, int revision) {
        var policy = seen(version, revision);
        if (policy.state() != State.DRAFT) {
            throw Refusal.conflict("NOT_A_DRAFT", "Version %d is %s.".formatted(version, policy.state()));
        }
        return policy;
    }

    private KeptPolicy seen(int version, int revision) {
        var policy = store.lock(version).orElseThrow(() -> Refusal.notFound("version", version));
        if (policy.revision() != revision) {
            throw Refusal.conflict("CHANGED_MEANWHILE", "Somebody else has changed this version; look at it again.");
        }
        return policy;
    }

    void record(String action, int version, Map<String, ?> detail) {
        audit.record(action, "ROUTING_POLICY", Integer.toString(version), "/", detail);
    }

    private static String words(String field, String text) {
        if (text.length() > NOTE) {
            throw Refusal.invalid(field, text.length(), "LENGTH", "Write at most %d characters.".formatted(NOTE));
        }
        return text.strip();
    }

    static void requireHeadquarters() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "Routing holds for the whole network; headquarters set it.");
        }
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
