package io.waypost.app.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitsMoved;
import io.waypost.core.identity.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who a person is right now: read again for each request, so that a changed role or an ended employment works at once.
 * Remembered for two seconds, for as long as a change made on another node may take to be seen.
 */
@Component
class Actors implements ActingPeople {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final AccountStore accounts;
    private final RoleTable roles;
    private final Network network;
    private final TransactionTemplate transaction;
    private final Cache<UUID, Optional<SignedIn>> people = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(20_000)
            .build();

    Actors(AccountStore accounts, RoleTable roles, Network network, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.roles = roles;
        this.network = network;
        this.transaction = transaction;
    }

    /** The person of that id; empty where there is none any more or they may not sign in. */
    Optional<SignedIn> person(UUID id) {
        return people.get(id, this::load);
    }

    @Override
    public Optional<Actor.Person> now(UUID id) {
        return person(id).map(SignedIn::actor);
    }

    @Override
    public List<PersonRef> reaching(Collection<String> unitPaths, String typed, Permission permission, int most) {
        var found = Acting.as(new Actor.Internal("identity"),
                () -> transaction.execute(_ -> accounts.reaching(unitPaths, typed, most * 3)));
        return found.stream().filter(account -> roles.of(account.roles()).contains(permission)).limit(most)
                .map(account -> new PersonRef(account.id(), account.name())).toList();
    }

    @Override
    public Set<Role> roles(UUID id) {
        return person(id).map(SignedIn::roles).orElse(Set.of());
    }

    /** Forgets the person once the running transaction has committed; at once where none runs. */
    void changed(UUID id) {
        AfterCommit.run(() -> people.invalidate(id));
    }

    @EventListener
    void on(UnitsMoved moved) {
        AfterCommit.run(people::invalidateAll);
    }

    SignedIn of(Account account) {
        var path = network.unit(account.unitCode()).map(Unit::path).orElse(account.unitPath());
        var actor = new Actor.Person(account.id(), account.username(), account.name(), account.unitCode(), path,
                roles.of(account.roles()));
        return new SignedIn(actor, account.roles(), account.mustChangePassword(), account.locale(),
                account.totpEnabled());
    }

    private Optional<SignedIn> load(UUID id) {
        var account = Acting.as(new Actor.Internal("identity"), () -> transaction.execute(_ -> accounts.byId(id)));
        return account.filter(Account::active).map(this::of);
    }
}
