package io.waypost.app.desk;

import io.waypost.app.desk.ContactViews.ContactDetail;
import io.waypost.app.desk.ContactViews.ContactView;
import io.waypost.app.desk.DeskContactStore.Asked;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.network.Network;
import io.waypost.core.contact.ContactState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/desk/contacts")
class ContactController {

    private final ContactDesk desk;
    private final DeskContactStore contacts;
    private final ContactViews views;
    private final DeskWork work;
    private final Network network;
    private final TransactionTemplate transaction;

    ContactController(ContactDesk desk, DeskContactStore contacts, ContactViews views, DeskWork work, Network network,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.contacts = contacts;
        this.views = views;
        this.work = work;
        this.network = network;
        this.transaction = transaction;
    }

    record Closing(@NotBlank @Size(max = 40) String disposition, @Nullable @Size(max = 1000) String note) {}

    record Passing(@Nullable UUID person, int level, @NotBlank @Size(max = 1000) String note) {}

    record Noting(@NotBlank @Size(max = 2000) String text) {}

    record Linking(@NotNull LinkKind kind, @NotBlank @Size(max = 40) String ref) {}

    @GetMapping
    Page<ContactView> list(@RequestParam(required = false) @Nullable ContactState state,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID agent,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        var path = unit == null ? null : network.reached(unit).path();
        var after = Cursor.read(cursor, 2);
        var asked = after.isEmpty()
                ? new Asked(state, path, agent, null, null)
                : new Asked(state, path, agent, Cursor.value(after.get(0), Instant::parse, cursor),
                        Cursor.value(after.get(1), UUID::fromString, cursor));
        var found = java.util.Objects.requireNonNull(transaction.execute(_ -> contacts.list(asked, most + 1)));
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? Cursor.of(asked.place(shown.getLast()), shown.getLast().id()) : null;
        // Which ones were found by the caller's own scope; their names are told by the platform.
        return new Page<>(work.whole(() -> views.views(shown)), next, null);
    }

    @GetMapping("/{id}")
    ContactDetail get(@PathVariable UUID id) {
        return desk.detail(id);
    }

    @PostMapping("/{id}/accept")
    ContactView accept(@PathVariable UUID id) {
        return desk.accept(id);
    }

    @PostMapping("/{id}/return")
    ContactView giveBack(@PathVariable UUID id) {
        return desk.giveBack(id);
    }

    @PostMapping("/{id}/close")
    ContactView close(@PathVariable UUID id, @RequestBody @Valid Closing body) {
        return desk.close(id, body.disposition(), body.note());
    }

    @PostMapping("/{id}/pass")
    ContactView pass(@PathVariable UUID id, @RequestBody @Valid Passing body) {
        return desk.pass(id, body.person(), body.level(), body.note().strip());
    }

    @PostMapping("/{id}/take")
    ContactView take(@PathVariable UUID id) {
        return desk.takeOver(id);
    }

    @PostMapping("/{id}/notes")
    ContactDetail note(@PathVariable UUID id, @RequestBody @Valid Noting body) {
        return desk.note(id, body.text().strip());
    }

    @PostMapping("/{id}/links")
    ContactDetail link(@PathVariable UUID id, @RequestBody @Valid Linking body) {
        return desk.link(id, body.kind(), body.ref().strip());
    }
}
