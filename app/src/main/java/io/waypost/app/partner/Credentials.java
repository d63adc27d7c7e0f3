package io.waypost.app.partner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waypost.app.audit.AuditTrail;
import io.waypost.app.identity.PartnerKey;
import io.waypost.app.identity.Partners;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.partner.Credential.Kind;
import io.waypost.app.partner.CredentialStore.Kept;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues, finds and revokes the secrets by which a partner's programs call. */
@Service
class Credentials {

    private static final int BYTES = 32;
    private static final int MOST = 20;

    private final CredentialStore store;
    private final Partners partners;
    private final Owner owner;
    private final AuditTrail audit;
    private final Clock wall;
    private final SecureRandom random = new SecureRandom();
    private final Map<UUID, Instant> used = new ConcurrentHashMap<>();
    private final Cache<UUID, Optional<Kept>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(10_000)
            .build();

    Credentials(CredentialStore store, Partners partners, Owner owner, AuditTrail audit,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.partners = partners;
        this.owner = owner;
        this.audit = audit;
        this.wall = wall;
    }

    /** A fresh credential with its secret, which is known only now. */
    record Issued(Credential credential, String secret) {

        @Override
        public String toString() {
            return "Issued[%s]".formatted(credential.id());
        }
    }

    @Transactional(readOnly = true)
    List<Credential> list(UUID keyId) {
        reachable(keyId);
        return store.list(keyId);
    }

    @Transactional
    Issued issue(UUID keyId, Kind kind, String name) {
        var key = reachable(keyId);
        if (name.isBlank() || name.length() > 100) {
            throw Refusal.invalid("name", name, "OUT_OF_RANGE", "Give it a name of up to 100 characters.");
        }
        if (store.list(keyId).size() >= MOST) {
            throw Refusal.conflict("TOO_MANY", "A key has at most %d secrets; revoke one first.".formatted(MOST));
        }
        var credential = new Credential(Ids.next(wall.instant()), keyId, kind, name.strip(), wall.instant(),
                Acting.current().name(), null);
        var secret = secret();
        store.insert(credential, secret);
        audit.record("CREDENTIAL_ISSUED", "KEY", keyId.toString(), path(key),
                Map.of("credential", credential.id().toString(), "kind", kind.name(), "name", credential.name()));
        return new Issued(credential, secret);
    }

    /** Revokes the credential, and every token that was handed out for it. */
    @Transactional
    void revoke(UUID keyId, UUID id) {
        var key = reachable(keyId);
        if (!store.revoke(keyId, id, wall.instant())) {
            throw Refusal.notFound("credential", id);
        }
        audit.record("CREDENTIAL_REVOKED", "KEY", keyId.toString(), path(key),
                Map.of("credential", id.toString()));
        known.invalidate(id);
    }

    /** The credential of that id and kind that is in force, of a key that is. */
    Optional<Found> find(Kind kind, UUID id) {
        return known.get(id, unknown -> owner.inOne(() -> store.inForce(unknown)))
                .filter(kept -> kept.kind() == kind)
                .flatMap(kept -> partners.find(kept.keyId()).map(key -> new Found(kept, key)));
    }

    record Found(Kept kept, PartnerKey key) {}

    /** Says that the credential was used. */
    void using(UUID id) {
        used.put(id, wall.instant());
    }

    /** Remembers the nonce; false where it was seen before. */
    boolean remember(UUID id, String nonce, Instant until) {
        return owner.inOne(() -> store.remember(id, nonce, until));
    }

    /** The key, where the actor reaches its unit. */
    PartnerKey reachable(UUID keyId) {
        return partners.find(keyId)
                .filter(Credentials::reaches)
                .orElseThrow(() -> Refusal.notFound("key", keyId));
    }

    boolean isReachable(UUID keyId) {
        return partners.find(keyId).filter(Credentials::reaches).isPresent();
    }

    /** The path of the unit that the key belongs to. */
    String unitPath(UUID keyId) {
        return partners.find(keyId).map(Credentials::path).orElse("/HQ/");
    }

    /** A partner reaches its own key, whoever looks after keys those of their units. */
    private static boolean reaches(PartnerKey key) {
        return (Acting.current() instanceof Actor.Partner partner && partner.keyId().equals(key.actor().keyId()))
                || (Acting.current().may(Permission.KEYS_WRITE) && Acting.current().scope().reaches(path(key)));
    }

    private static String path(PartnerKey key) {
        var scope = key.actor().scope();
        return scope.isEverything() ? "/HQ/" : scope.path();
    }

    /** Writes down from time to time which credentials are in use. */
    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void saveUse() {
        for (var id : Set.copyOf(used.keySet())) {
            var at = used.remove(id);
            if (at != null) {
                owner.inOne(() -> {
                    store.used(id, at);
                    return true;
                });
            }
        }
    }

    private String secret() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
