package io.waypost.app.partner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waypost.app.identity.PartnerKey;
import io.waypost.app.identity.Partners;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.partner.Credential.Kind;
import io.waypost.core.partner.SignatureRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** Hands out access tokens for client credentials (RFC 6749 §4.4), and knows them again. Tokens are opaque; only their hash is kept. */
@Service
class Tokens {

    /** How long a token works. */
    static final Duration LIFE = Duration.ofHours(1);

    private static final String PREFIX = "wpt_";
    private static final int BYTES = 32;

    private final TokenStore store;
    private final Credentials credentials;
    private final Partners partners;
    private final Owner owner;
    private final Clock wall;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Optional<TokenStore.Kept>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(10_000)
            .build();

    Tokens(TokenStore store, Credentials credentials, Partners partners, Owner owner,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.credentials = credentials;
        this.partners = partners;
        this.owner = owner;
        this.wall = wall;
    }

    /** What a client is answered. */
    sealed interface Grant {

        record Granted(String token, Set<String> scopes) implements Grant {

            @Override
            public String toString() {
                return "Granted[%s]".formatted(scopes);
            }
        }

        /** No such client, or not its secret. */
        record WrongClient() implements Grant {}

        /** The key may not do that. */
        record WrongScope(String scope) implements Grant {}
    }

    /** The SHA-256 of a secret of 256 random bits, which needs no slow hash. */
    static String hash(String secret) {
        return HexFormat.of().formatHex(SignatureRules.sha256(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether that is a token, good or not. */
    static boolean isToken(@Nullable String text) {
        return text != null && text.startsWith(PREFIX);
    }

    /**
     * Exchanges a client's secret for a token.
     *
     * @param scope what the token is to be for, separated by spaces; everything the key may do where there is none
     */
    Grant grant(String clientId, String clientSecret, @Nullable String scope) {
        var found = Kind.OAUTH.id(clientId).flatMap(id -> credentials.find(Kind.OAUTH, id))
                .filter(client -> MessageDigest.isEqual(bytes(client.kept().secret()), bytes(hash(clientSecret))));
        if (found.isEmpty()) {
            return new Grant.WrongClient();
        }
        var client = found.get();
        var allowed = codes(client.key().actor().permissions());
        var wanted = scope == null || scope.isBlank()
                ? allowed
                : Set.copyOf(Arrays.asList(scope.strip().split(" +", -1)));
        for (var each : wanted) {
            if (!allowed.contains(each)) {
                return new Grant.WrongScope(each);
            }
        }
        var token = token();
        var now = wall.instant();
        owner.inOne(() -> {
            store.insert(hash(token), new TokenStore.Kept(client.kept().keyId(), client.kept().id(),
                    wanted.stream().sorted().toList(), now.plus(LIFE)), now);
            return true;
        });
        credentials.using(client.kept().id());
        return new Grant.Granted(token, wanted);
    }

    /** The key that the token stands for, with what the token is for and no more; empty where it is none, or is over. */
    Optional<PartnerKey> check(String token) {
        var now = wall.instant();
        return known.get(hash(token), unknown -> owner.inOne(() -> store.find(unknown)))
                .filter(kept -> now.isBefore(kept.expiresAt()))
                .filter(kept -> credentials.find(Kind.OAUTH, kept.credentialId()).isPresent())
                .flatMap(kept -> partners.find(kept.keyId()).map(key -> narrowed(key, Set.copyOf(kept.scopes()))));
    }

    static Set<String> codes(Set<Permission> permissions) {
        return permissions.stream().map(Permission::code).collect(Collectors.toUnmodifiableSet());
    }

    private static PartnerKey narrowed(PartnerKey key, Set<String> scopes) {
        var actor = key.actor();
        var narrow = actor.permissions().stream().filter(each -> scopes.contains(each.code()))
                .collect(Collectors.toUnmodifiableSet());
        return new PartnerKey(new Actor.Partner(actor.keyId(), actor.name(), actor.scope(), narrow),
                key.ratePerMinute(), key.kuaidi100Salt());
    }

    private String token() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
