package io.waypost.app.outbox;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.outbox.OutboxController.After;
import io.waypost.app.outbox.SuppressionStore.Entry;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.Suppression;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/outbox/suppressions")
class SuppressionController {

    private final SuppressionStore store;
    private final AuditTrail audit;
    private final Clock clock;

    SuppressionController(SuppressionStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    record Whom(@Nullable Channel channel, @Nullable String to) {}

    record NewSuppression(@Nullable Channel channel, @Nullable String to, @Nullable Suppression reason,
            @Nullable String note) {}

    record Lift(@Nullable UUID id, @Nullable String note) {}

    @GetMapping
    @Transactional(readOnly = true)
    Page<Entry> list(@RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        OutboxController.headquartersOnly();
        int most = Page.limit(limit);
        var after = After.read(cursor);
        var found = store.list(after == null ? null : after.at(), after == null ? null : after.id(), most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? Cursor.of(shown.getLast().addedAt(), shown.getLast().id()) : null;
        return new Page<>(shown, next, store.count());
    }

    /** Whether a recipient is on the list. A body, not a question in the address: numbers are not for logs. */
    @PostMapping("/search")
    @Transactional(readOnly = true)
    List<Entry> search(@RequestBody Whom whom) {
        OutboxController.headquartersOnly();
        var channel = channel(whom.channel());
        return store.find(channel, recipient(channel, whom.to())).stream().toList();
    }

    @PostMapping
    @Transactional
    Entry add(@RequestBody NewSuppression entry) {
        OutboxController.headquartersOnly();
        var channel = channel(entry.channel());
        var to = recipient(channel, entry.to());
        if (entry.reason() == null) {
            throw Refusal.invalid("reason", null, "MISSING", "Say why: OPTED_OUT, COMPLAINED, UNREACHABLE or BLOCKED.");
        }
        var note = note(entry.note());
        var id = store.add(channel, to, entry.reason(), note, Acting.current().name(), clock.instant());
        audit.record("SUPPRESSION_ADDED", "SUPPRESSION", id.toString(), "/",
                Map.of("channel", channel.name(), "reason", entry.reason().name()));
        return store.find(channel, to).orElseThrow();
    }

    @PostMapping("/lift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void lift(@RequestBody Lift lift) {
        OutboxController.headquartersOnly();
        var note = note(lift.note());
        var id = lift.id();
        if (id == null || note == null) {
            throw Refusal.invalid(id == null ? "id" : "note", null, "MISSING",
                    "Name the entry, and say why it is lifted: somebody asked not to be written to.");
        }
        var lifted = store.lift(id).orElseThrow(() -> Refusal.notFound("entry", id));
        audit.record("SUPPRESSION_LIFTED", "SUPPRESSION", lifted.id().toString(), "/",
                Map.of("channel", lifted.channel().name(), "reason", lifted.reason().name(), "note", note));
    }

    private static Channel channel(@Nullable Channel channel) {
        if (channel == null || channel == Channel.WEBHOOK) {
            throw Refusal.invalid("channel", channel, "UNSUITABLE", "Use SMS, EMAIL or PUSH.");
        }
        return channel;
    }

    private static String recipient(Channel channel, @Nullable String to) {
        var text = to == null ? "" : to.strip();
        boolean right = switch (channel) {
            case SMS -> PersonalData.phoneDigits(text).matches("[0-9]{5,20}");
            case EMAIL -> text.matches("[^@\\s]{1,64}@[^@\\s]{1,190}");
            case PUSH, WEBHOOK -> !text.isEmpty() && text.length() <= 200;
        };
        if (!right) {
            throw Refusal.invalid("to", null, "UNREADABLE", "Give a phone number, a mail address or a device.");
        }
        return text;
    }

    private static @Nullable String note(@Nullable String note) {
        if (note != null && note.length() > 500) {
            throw Refusal.invalid("note", note.length(), "TOO_LONG", "Use up to 500 characters.");
        }
        return note == null || note.isBlank() ? null : note.strip();
    }
}
