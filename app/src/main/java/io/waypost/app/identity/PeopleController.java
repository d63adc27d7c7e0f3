package io.waypost.app.identity;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.ImportReport;
import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Sheet;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.identity.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    private final PeopleDesk desk;
    private final PeopleImport people;
    private final PersonStore store;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Network network;

    PeopleController(PeopleDesk desk, PeopleImport people, PersonStore store, Attempts attempts, Passwords passwords,
            Network network) {
        this.desk = desk;
        this.people = people;
        this.store = store;
        this.attempts = attempts;
        this.passwords = passwords;
        this.network = network;
    }

    record Person(UUID id, String username, String name, @Nullable String phone, List<Role> roles, UnitRef unit,
            boolean active, @Nullable Instant lockedUntil, boolean totpEnabled, @Nullable Instant lastSignInAt,
            int version) {}

    record NewAccount(@NotNull String username, @NotNull String name, @Nullable String phone,
            @NotNull Set<@NotNull Role> roles, @NotNull String unitCode,
            @Nullable String initialPassword) {}

    record Added(Person person, @Nullable String initialPassword) {}

    record InitialPassword(String initialPassword) {}

    @GetMapping
    @Transactional(readOnly = true)
    Page<Person> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        var after = Cursor.read(cursor, 1);
        var filter = new PersonStore.Filter(
                unit == null || unit.isBlank() ? null : path(unit),
                q == null || q.isBlank() ? null : q.strip(),
                after.isEmpty() ? null : after.getFirst());
        var found = store.list(filter, size + 1);
        var page = found.size() > size ? found.subList(0, size) : found;
        var locked = attempts.lockedUntil(page.stream().map(PersonRow::username).toList());
        return new Page<>(page.stream().map(person -> shown(person, locked)).toList(),
                found.size() > size ? Cursor.of(page.getLast().username()) : null, null);
    }

    @PostMapping
    @Transactional
    Added add(@RequestBody @Valid NewAccount body) {
        boolean generate = body.initialPassword() == null || body.initialPassword().isBlank();
        var password = generate ? passwords.generate(PersonFields.username(body.username())) : body.initialPassword();
        var person = new NewPerson(body.username(), body.name(), body.phone(), body.roles(), body.unitCode(),
                password == null ? "" : password, true);
        var added = generate ? desk.addGenerated(person) : desk.add(List.of(person)).getFirst();
        return new Added(shown(added.id()), generate ? password : null);
    }

    @PostMapping("/import")
    ImportReport read(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun)
            throws IOException {
        return people.put(Sheet.read(file.getBytes()), dryRun);
    }

    @PutMapping("/{id}")
    @Transactional
    Person change(@PathVariable UUID id, @RequestBody @Valid PeopleDesk.Change body) {
        desk.change(id, body);
        return shown(id);
    }

    @PostMapping("/{id}/password-reset")
    InitialPassword resetPassword(@PathVariable UUID id) {
        return new InitialPassword(desk.resetPassword(id));
    }

    @PostMapping("/{id}/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@PathVariable UUID id) {
        desk.signOut(id);
    }

    private String path(String unit) {
        return network.unit(unit)
                .filter(known -> Acting.current().scope().reaches(known.path()))
                .orElseThrow(() -> Refusal.notFound("unit", unit))
                .path();
    }

    private Person shown(UUID id) {
        var person = store.find(id).orElseThrow(() -> Refusal.notFound("person", id));
        return shown(person, attempts.lockedUntil(List.of(person.username())));
    }

    private Person shown(PersonRow person, Map<String, Instant> locked) {
        return new Person(person.id(), person.username(), person.name(), Masked.phone(person.phone()),
                person.roles().stream().sorted().toList(), network.ref(person.unitCode()), person.active(),
                locked.get(person.username()), person.totpEnabled(), person.lastSignInAt(), person.version());
    }
}
