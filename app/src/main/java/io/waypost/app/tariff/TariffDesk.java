package io.waypost.app.tariff;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.tariff.KeptTariff.State;
import io.waypost.core.tariff.Tariff;
import io.waypost.core.tariff.TariffCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where versions of the tariff are written and approved by somebody who did not write in them (双人复核), from a day on that is still to come.
 * They hold for the whole network.
 */
@Service
class TariffDesk {

    private static final int NOTE = 200;
    private static final Duration FARTHEST = Duration.ofDays(3_650);

    private final TariffStore store;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final Clock clock;

    TariffDesk(TariffStore store, AuditTrail audit, LiveFeed live, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    KeptTariff kept(int version) {
        return store.find(version).orElseThrow(() -> Refusal.notFound("version", version));
    }

    /** Begins a draft from that version. */
    @Transactional
    int begin(int from, String note) {
        requireHeadquarters();
        int version = store.add(kept(from).body(), words("note", note), Acting.current().name(), Acting.hand(), now());
        record("TARIFF_DRAFTED", version, Map.of("from", from));
        return version;
    }

    /** Writes another text into a draft; half of it may be wrong still. */
    @Transactional
    void save(int version, int revision, Tariff body, String note) {
        requireHeadquarters();
        draft(version, revision);
        store.save(version, body, words("note", note), Acting.hand());
        record("TARIFF_SAVED", version, Map.of());
    }

    /** Approves a draft, from that instant on; it must not lie in the past, for what was quoted is quoted. */
    @Transactional
    void approve(int version, int revision, @Nullable Instant from) {
        requireHeadquarters();
        var tariff = draft(version, revision);
        var hand = Acting.hand();
        if (hand == null || tariff.editors().contains(hand)) {
            throw Refusal.forbidden("SECOND_PERSON", "Somebody else approves a version than who wrote in it.");
        }
        require(tariff.body());
        var now = now();
        if (from != null && from.isBefore(now)) {
            throw Refusal.invalid("from", from, "PAST", "From now on (leave it out), or from a time to come.");
        }
        if (from != null && from.isAfter(now.plus(FARTHEST))) {
            throw Refusal.invalid("from", from, "OUT_OF_RANGE", "Within the next ten years.");
        }
        var begins = from == null ? now : from.truncatedTo(ChronoUnit.MICROS);
        store.approve(version, begins, Acting.current().name(), now);
        record("TARIFF_APPROVED", version, Map.of("author", tariff.author(), "from", begins.toString()));
    }

    /** Drops a draft, or withdraws a version that has not begun. */
    @Transactional
    void drop(int version, int revision, String reason) {
        requireHeadquarters();
        var tariff = seen(version, revision);
        var begins = tariff.effectiveFrom();
        if (tariff.state() == State.DROPPED || (begins != null && !begins.isAfter(now()))) {
            throw Refusal.conflict("NOT_A_DRAFT", "Version %d is %s; approve another one instead.".formatted(version,
                    tariff.state() == State.DROPPED ? "dropped" : "in force or was"));
        }
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", reason, "MISSING", "Say why.");
        }
        store.drop(version, words("reason", reason));
        record("TARIFF_DROPPED", version, Map.of("reason", reason.strip()));
    }

    /** @throws Refusal with every field that is not acceptable */
    static void require(Tariff body) {
        var flaws = TariffCheck.flaws(body);
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("This is no tariff yet.", fields(flaws));
        }
    }

    private static List<Refusal.Field> fields(List<io.waypost.core.tariff.TariffFlaw> flaws) {
        return flaws.stream().map(flaw -> new Refusal.Field(flaw.field(), flaw.value(), flaw.code(), flaw.message()))
                .toList();
    }

    private KeptTariff draft(int version, int revision) {
        var tariff = seen(version, revision);
        if (tariff.state() != State.DRAFT) {
            throw Refusal.conflict("NOT_A_DRAFT", "Version %d is %s.".formatted(version, tariff.state()));
        }
        return tariff;
    }

    private KeptTariff seen(int version, int revision) {
        var tariff = store.lock(version).orElseThrow(() -> Refusal.notFound("version", version));
        if (tariff.revision() != revision) {
            throw Refusal.conflict("CHANGED_MEANWHILE", "Version %d was changed since you read it.".formatted(version));
        }
        return tariff;
    }

    private void record(String action, int version, Map<String, ?> detail) {
        audit.record(action, "TARIFF", String.valueOf(version), "/", detail);
        live.tell("tariff", "/", Map.of());
    }

    private static String words(String field, String text) {
        if (text.length() > NOTE) {
            throw Refusal.invalid(field, text.length(), "LENGTH", "Write at most %d characters.".formatted(NOTE));
        }
        return text.strip();
    }

    private static void requireHeadquarters() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "Prices hold for the whole network; headquarters set them.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
