package io.waypost.app.audit;

import io.waypost.app.audit.AuditStore.ActorKind;
import io.waypost.app.audit.AuditStore.Entry;
import io.waypost.app.audit.AuditStore.Filter;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class AuditController {

    private final AuditStore store;
    private final JsonMapper json;

    AuditController(AuditStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    record By(ActorKind kind, @Nullable UUID id, String name) {}

    record Line(
            UUID id,
            Instant at,
            By by,
            @Nullable String address,
            String action,
            String subjectKind,
            String subjectId,
            String unitPath,
            JsonNode detail) {}

    @GetMapping("/api/v1/audit")
    @Transactional(readOnly = true)
    Page<Line> list(
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable String subjectId,
            @RequestParam(required = false) @Nullable String unitPath,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        var filter = new Filter(actor, action, subjectKind, subjectId, unitPath, from, until);
        var found = store.list(filter, after(cursor), size + 1);
        var page = found.size() > size ? found.subList(0, size) : found;
        var next = found.size() > size ? Cursor.of(page.getLast().id()) : null;
        return new Page<>(page.stream().map(this::line).toList(), next, null);
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        var values = Cursor.read(cursor, 1);
        try {
            return values.isEmpty() ? null : UUID.fromString(values.getFirst());
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.invalid("cursor", cursor, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }

    private Line line(Entry entry) {
        return new Line(
                entry.id(),
                entry.at(),
                new By(entry.actorKind(), entry.actorId(), entry.actorName()),
                entry.address(),
                entry.action(),
                entry.subjectKind(),
                entry.subjectId(),
                entry.unitPath(),
                json.readTree(entry.detail()));
    }
}
