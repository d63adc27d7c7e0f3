package io.waypost.app.version;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions in the database; each step in a transaction. */
final class KeptVersions<T> implements Versions<T> {

    private static final int MOST = 200;
    private static final int NOTE = 200;
    private static final Duration FARTHEST = Duration.ofDays(3_650);

    private final VersionBook<T> book;
    private final VersionStore<T> store;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile @Nullable VersionHeld<T> held;

    KeptVersions(VersionBook<T> book, VersionStore<T> store, AuditTrail audit, LiveFeed live, Clock clock,
            TransactionTemplate transaction) {
        this.book = book;
        this.store = store;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void sow(T packaged, boolean inForce) {
        store.sow(packaged, inForce);
    }

    @Override
    public Optional<VersionHeld<T>> at(Instant instant) {
        return store.inForce(instant).map(number -> {
            var now = held;
            if (now == null || now.number() != number) {
                now = new VersionHeld<>(number, store.find(number).orElseThrow().body());
                held = now;
            }
            return now;
        });
    }

    @Override
    public Version<T> get(int number) {
        return store.find(number).orElseThrow(() -> Refusal.notFound("version", number));
    }

    @Override
    public List<RuleVersionRow> rows() {
        var now = store.inForce(clock.instant()).orElse(null);
        return store.newest(MOST).stream().map(each -> RuleVersionRow.of(each, now)).toList();
    }

    @Override
    public RuleVersionRow row(Version<T> version) {
        return RuleVersionRow.of(version, store.inForce(clock.instant()).orElse(null));
    }

    @Override
    public int begin(int from, String note) {
        requireHeadquarters();
        return transaction.execute(_ -> {
            int number = store.add(get(from).body(), words("note", note), Acting.current().name(), Acting.hand(),
                    now());
            record("DRAFTED", number, Map.of("from", from));
            return number;
        });
    }

    @Override
    public void save(int number, int revision, T body, String note) {
        requireHeadquarters();
        transaction.executeWithoutResult(_ -> {
            draft(number, revision);
            store.save(number, body, words("note", note), Acting.hand());
            record("SAVED", number, Map.of());
        });
    }

    @Override
    public void approve(int number, int revision, @Nullable Instant from) {
        requireHeadquarters();
        transaction.executeWithoutResult(_ -> {
            var draft = draft(number, revision);
            var hand = Acting.hand();
            if (hand == null || draft.editors().contains(hand)) {
                throw Refusal.forbidden("SECOND_PERSON", "Somebody else approves a version than who wrote in it.");
            }
            var flaws = book.flaws().apply(draft.body());
            if (!flaws.isEmpty()) {
                throw Refusal.invalid("Version %d is not right yet.".formatted(number), flaws);
            }
            var now = now();
            var begins = begins(from, now);
            store.approve(number, begins, Acting.current().name(), now);
            record("APPROVED", number, Map.of("author", draft.author(), "from", begins.toString()));
        });
    }

    private static Instant begins(@Nullable Instant from, Instant now) {
        if (from == null) {
            return now;
        }
        if (from.isBefore(now)) {
            throw Refusal.invalid("from", from, "PAST", "From now on (leave it out), or from a time to come.");
        }
        if (from.isAfter(now.plus(FARTHEST))) {
            throw Refusal.invalid("from", from, "OUT_OF_RANGE", "Within the next ten years.");
        }
        return from.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void drop(int number, int revision, String reason) {
        requireHeadquarters();
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", reason, "MISSING", "Say why.");
        }
        var why = words("reason", reason);
        transaction.executeWithoutResult(_ -> {
            var version = seen(number, revision);
            var begins = version.effectiveFrom();
            boolean began = begins != null && !begins.isAfter(now());
            if (version.state() == VersionState.DROPPED || began) {
                throw Refusal.conflict("NOT_A_DRAFT", "Version %d is %s; approve another one instead."
                        .formatted(number, began ? "in force or was" : "dropped"));
            }
            store.drop(number, why);
            record("DROPPED", number, Map.of("reason", why));
        });
    }

    private Version<T> draft(int number, int revision) {
        var version = seen(number, revision);
        if (version.state() != VersionState.DRAFT) {
            throw Refusal.conflict("NOT_A_DRAFT", "Version %d is %s.".formatted(number, version.state()));
        }
        return version;
    }

    private Version<T> seen(int number, int revision) {
        var version = store.lock(number).orElseThrow(() -> Refusal.notFound("version", number));
        if (version.revision() != revision) {
            throw Refusal.conflict("CHANGED_MEANWHILE", "Version %d was changed since you read it.".formatted(number));
        }
        return version;
    }

    private void record(String what, int number, Map<String, ?> detail) {
        audit.record(book.subject() + "_" + what, book.subject(), String.valueOf(number), "/", detail);
        live.tell(book.subject().toLowerCase(Locale.ROOT), "/", Map.of());
    }

    private static String words(String field, String text) {
        if (text.length() > NOTE) {
            throw Refusal.invalid(field, text.length(), "LENGTH", "Write at most %d characters.".formatted(NOTE));
        }
        return text.strip();
    }

    private static void requireHeadquarters() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY",
                    "These rules hold for the whole network; headquarters set them.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
