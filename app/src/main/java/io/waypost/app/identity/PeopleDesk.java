package io.waypost.app.identity;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitsMoved;
import io.waypost.core.identity.ManagingRules;
import io.waypost.core.identity.ManagingRules.Standing;
import io.waypost.core.identity.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes people as {@link ManagingRules} allow. */
@Service
class PeopleDesk implements People {

    private final PersonStore store;
    private final AccountStore accounts;
    private final Network network;
    private final Managing managing;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    PeopleDesk(PersonStore store, AccountStore accounts, Network network, Managing managing, Passwords passwords,
            Sessions sessions, Actors actors, AuditTrail audit, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.network = network;
        this.managing = managing;
        this.passwords = passwords;
        this.sessions = sessions;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /** What to change; a null phone stays as it is, an empty one is removed. */
    record Change(@NotNull String name, @Nullable String phone, @NotNull Set<@NotNull Role> roles,
            @NotNull String unitCode,
            boolean active, int version) {}

    @Override
    public Map<UUID, PersonRef> names(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.names(ids).stream().collect(Collectors.toMap(PersonRef::id, Function.identity()));
    }

    @Override
    public Optional<String> phone(UUID id) {
        return store.phone(id);
    }

    @Override
    public List<PersonRef> staff(String unitCode, Set<Role> roles) {
        return store.staff(unitCode, roles);
    }

    @Override
    public Set<Role> roles(UUID id) {
        return store.roles(id);
    }

    @Override
    public boolean nobody() {
        return store.nobody();
    }

    @Override
    @Transactional
    public List<PersonRef> add(List<NewPerson> people) {
        var flaws = people.stream().flatMap(person -> flaws(person).stream()).toList();
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("Some fields are not acceptable.", flaws);
        }
        // Each distinct password is hashed once: a demonstration gives many people the same.
        var hashes = people.stream().map(NewPerson::password).distinct().parallel()
                .collect(Collectors.toMap(Function.identity(), passwords::hash));
        return insert(people.stream().map(person -> new PersonStore.Hashed(row(person),
                hashed(hashes, person.password()), person.mustChangePassword())).toList());
    }

    /** Adds somebody with a generated password. */
    @Transactional
    PersonRef addGenerated(NewPerson person) {
        var flaws = flaws(person);
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("Some fields are not acceptable.", flaws);
        }
        return insert(List.of(new PersonStore.Hashed(row(person), passwords.hashGenerated(person.password()), true)))
                .getFirst();
    }

    private List<PersonRef> insert(List<PersonStore.Hashed> people) {
        var added = new HashSet<>(store.insert(people, clock.instant()));
        for (var each : people) {
            var person = each.person();
            if (!added.contains(person.username())) {
                throw Refusal.conflict("USERNAME_TAKEN", "The user name %s is taken.".formatted(person.username()));
            }
            audit.record("PERSON_ADDED", "PERSON", person.id().toString(), person.unitPath(),
                    Map.of("username", person.username(), "roles", names(person.roles()), "unit", person.unitCode()));
        }
        return people.stream().map(each -> each.person().ref()).toList();
    }

    private static String hashed(Map<String, String> hashes, String password) {
        var hash = hashes.get(password);
        if (hash == null) {
            throw new IllegalStateException("A password was not hashed.");
        }
        return hash;
    }

    /** Everything that is wrong with the person, the rules about managing included. */
    List<Refusal.Field> flaws(NewPerson person) {
        var flaws = new ArrayList<>(PersonFields.usernameFlaws(PersonFields.username(person.username())));
        flaws.addAll(PersonFields.flaws(person.name(), person.phone()));
        flaws.addAll(Passwords.flaws("initialPassword", person.password(), PersonFields.username(person.username())));
        if (person.roles().isEmpty()) {
            flaws.add(new Refusal.Field("roles", null, "EMPTY", "Name at least one role."));
        }
        var unit = network.unit(person.unitCode());
        if (unit.isEmpty()) {
            flaws.add(unknownUnit(person.unitCode()));
        } else {
            ManagingRules.add(managing.current(), new Standing(person.roles(), unit.get().path(), true))
                    .ifPresent(refused -> flaws.add(new Refusal.Field("roles", names(person.roles()), refused.name(),
                            Managing.sentence(refused))));
        }
        return flaws;
    }

    private PersonRow row(NewPerson person) {
        var unit = unit(person.unitCode());
        return new PersonRow(Ids.next(clock.instant()), PersonFields.username(person.username()), person.name().strip(),
                PersonFields.phone(person.phone()), person.roles(), unit.code(), unit.path(), true, false, null, 1);
    }

    /** Changes somebody within reach. */
    @Transactional
    PersonRow change(UUID id, Change change) {
        var now = find(id);
        var flaws = PersonFields.flaws(change.name(), change.phone());
        if (!flaws.isEmpty() || change.roles().isEmpty()) {
            throw Refusal.invalid("Some fields are not acceptable.", flaws);
        }
        var unit = unit(change.unitCode());
        var phone = change.phone() == null ? now.phone() : PersonFields.phone(change.phone());
        var wanted = new PersonRow(id, now.username(), change.name().strip(), phone, change.roles(), unit.code(),
                unit.path(), change.active(), now.totpEnabled(), now.lastSignInAt(), change.version());
        write(now, wanted);
        return find(id);
    }

    /** Writes the person as wanted, where the rules allow; the version must still be the one that was read. */
    void write(PersonRow now, PersonRow wanted) {
        ManagingRules.change(managing.current(), now.standing(), wanted.standing(), isSelf(now.id()),
                others(now)).ifPresent(refused -> {
                    throw Managing.refusal(refused);
                });
        if (!store.update(wanted)) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else has changed this person meanwhile; read it again.");
        }
        audit.record("PERSON_CHANGED", "PERSON", wanted.id().toString(), wanted.unitPath(), Map.of(
                "username", wanted.username(), "roles", names(wanted.roles()), "unit", wanted.unitCode(), "active",
                wanted.active(), "rolesBefore", names(now.roles()), "unitBefore", now.unitCode()));
        actors.changed(wanted.id());
        if (now.active() && !wanted.active()) {
            AfterCommit.run(() -> sessions.closeAll(wanted.id(), null));
        }
    }

    private long others(PersonRow administrator) {
        return administrator.roles().contains(Role.ADMINISTRATOR)
                ? store.otherAdministrators(administrator.id())
                : Long.MAX_VALUE;
    }

    /** Gives somebody a generated password and ends their sessions; the password. */
    @Transactional
    String resetPassword(UUID id) {
        var person = managed(id);
        var password = passwords.generate(person.username());
        accounts.setPassword(id, passwords.hashGenerated(password), true);
        audit.record("PASSWORD_RESET", "PERSON", id.toString(), person.unitPath(), Map.of());
        actors.changed(id);
        AfterCommit.run(() -> sessions.closeAll(id, null));
        return password;
    }

    /** Ends all of somebody's sessions. */
    @Transactional
    void signOut(UUID id) {
        var person = managed(id);
        audit.record("PERSON_SIGNED_OUT", "PERSON", id.toString(), person.unitPath(), Map.of());
        AfterCommit.run(() -> sessions.closeAll(id, null));
    }

    /** People of a unit follow it through the tree, inside the transaction that moves it. */
    @EventListener
    void on(UnitsMoved moved) {
        store.move(moved.oldPrefix(), moved.newPrefix());
    }

    private PersonRow managed(UUID id) {
        var person = find(id);
        ManagingRules.add(managing.current(), person.standing()).ifPresent(refused -> {
            throw Managing.refusal(refused);
        });
        return person;
    }

    private PersonRow find(UUID id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("person", id));
    }

    private Unit unit(String code) {
        return network.unit(code)
                .orElseThrow(() -> Refusal.invalid("Some fields are not acceptable.", List.of(unknownUnit(code))));
    }

    static Refusal.Field unknownUnit(String code) {
        return new Refusal.Field("unitCode", code, "UNKNOWN_UNIT", "Use the code of a unit of the tree.");
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }

    private static boolean isSelf(UUID id) {
        return Acting.current() instanceof Actor.Person person && person.id().equals(id);
    }
}
