package io.waypost.app.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitsMoved;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Issues, checks, counts and revokes keys. Each node counts by itself. */
@Service
class PartnerKeys implements Partners {

    private final KeyStore store;
    private final Network network;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock wall;
    private final SecureRandom random = new SecureRandom();
    private final Cache<UUID, Optional<KeyStore.Kept>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(10_000)
            .build();
    private final Cache<UUID, Bucket> buckets = Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();
    private final Map<UUID, Instant> used = new ConcurrentHashMap<>();

    PartnerKeys(KeyStore store, Network network, AuditTrail audit, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.network = network;
        this.audit = audit;
        this.transaction = transaction;
        this.wall = wall;
    }

    /** The key's partner where the secret is right. */
    Optional<PartnerKey> check(BearerKey key) {
        var hash = KeyStore.hash(key.secret());
        return kept(key.id())
                .filter(kept -> MessageDigest.isEqual(kept.secretHash().bytes(), hash.bytes()))
                .map(KeyStore.Kept::key);
    }

    @Override
    public Optional<PartnerKey> find(UUID keyId) {
        return kept(keyId).map(KeyStore.Kept::key);
    }

    private Optional<KeyStore.Kept> kept(UUID keyId) {
        return known.get(keyId, id -> Acting.as(new Actor.Internal("identity"),
                () -> transaction.execute(_ -> store.inForce(id))));
    }

    /** Counts one call. */
    Admission admit(PartnerKey key) {
        used.put(key.actor().keyId(), wall.instant());
        var bucket = buckets.get(key.actor().keyId(), _ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(key.ratePerMinute())
                        .refillGreedy(key.ratePerMinute(), Duration.ofMinutes(1)))
                .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        var wait = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Admission(probe.isConsumed(), key.ratePerMinute(), probe.getRemainingTokens(),
                Duration.ofNanos(wait));
    }

    @Override
    public void count(PartnerKey key) {
        var admission = admit(key);
        if (!admission.admitted()) {
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED",
                    "This key may call %d times a minute.".formatted(key.ratePerMinute()))
                    .with("retryAfterSeconds", admission.seconds());
        }
    }

    @Override
    @Transactional
    public Issued issue(String name, Set<Permission> permissions, String unitCode, int ratePerMinute) {
        var granter = Acting.current();
        var unit = network.unit(unitCode)
                .filter(found -> granter.scope().reaches(found.path()))
                .orElseThrow(() -> Refusal.invalid("unitCode", unitCode, "UNKNOWN_UNIT",
                        "Use the code of a unit within your reach."));
        for (var permission : permissions) {
            if (!permission.forPrograms() && !granter.may(permission)) {
                throw Refusal.invalid("permissions", permission.code(), "NOT_YOURS_TO_GRANT",
                        "Grant only what you may do yourself.");
            }
        }
        if (permissions.isEmpty() || permissions.contains(Permission.SELF)) {
            throw Refusal.invalid("permissions", null, "EMPTY", "Name at least one permission; self is for people.");
        }
        if (name.isBlank() || name.length() > 100 || ratePerMinute < 1 || ratePerMinute > 1_000_000) {
            throw Refusal.invalid("ratePerMinute", ratePerMinute, "OUT_OF_RANGE",
                    "A key needs a name of up to 100 characters and a rate of 1 to 1000000 a minute.");
        }
        var key = new BearerKey(Ids.next(wall.instant()), secret(32));
        var salt = secret(18);
        store.insert(key, new KeyStore.NewKey(name, permissions, unit.code(), unit.path(), ratePerMinute, salt,
                granter.name(), wall.instant()));
        audit.record("KEY_ISSUED", "KEY", key.id().toString(), unit.path(),
                Map.of("name", name, "permissions", permissions.stream().map(Permission::code).sorted().toList()));
        return new Issued(key.id(), key.text(), salt);
    }

    /** Revokes the key; false where there is none within the actor's reach. */
    @Transactional
    boolean revoke(UUID id) {
        var path = store.revoke(id, wall.instant());
        path.ifPresent(unitPath -> audit.record("KEY_REVOKED", "KEY", id.toString(), unitPath, Map.of()));
        AfterCommit.run(() -> known.invalidate(id));
        return path.isPresent();
    }

    /** Keys of a unit follow it through the tree. */
    @EventListener
    void on(UnitsMoved moved) {
        store.move(moved.oldPrefix(), moved.newPrefix());
        AfterCommit.run(known::invalidateAll);
    }

    /** Writes down from time to time which keys are in use. */
    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void saveUse() {
        for (var id : Set.copyOf(used.keySet())) {
            var at = used.remove(id);
            if (at != null) {
                Acting.as(new Actor.Internal("identity"),
                        () -> transaction.executeWithoutResult(_ -> store.used(id, at)));
            }
        }
    }

    private String secret(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
