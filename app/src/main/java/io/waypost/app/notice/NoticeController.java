package io.waypost.app.notice;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.notice.NoticeStore.Notice;
import io.waypost.app.notice.OutboxStore.Shown;
import io.waypost.app.notice.OutboxStore.State;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class NoticeController {

    private final NoticeDesk desk;
    private final OutboxStore outbox;
    private final TransactionTemplate transaction;

    NoticeController(NoticeDesk desk, OutboxStore outbox, TransactionTemplate transaction) {
        this.desk = desk;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @GetMapping("/notices")
    Notices list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        var after = after(cursor);
        var listed = desk.list(unread, after == null ? null : after.at(), after == null ? null : after.id(), most + 1);
        var shown = listed.items().size() > most ? listed.items().subList(0, most) : listed.items();
        var next = listed.items().size() > most ? Cursor.of(shown.getLast().at(), shown.getLast().id()) : null;
        return new Notices(shown, listed.unread(), next, listed.total());
    }

    @PostMapping("/notices/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@RequestBody Read request) {
        if (Boolean.TRUE.equals(request.all())) {
            desk.readAll();
        } else if (request.ids() != null) {
            desk.read(request.ids());
        } else {
            throw Refusal.invalid("ids", null, "MISSING", "Name the notices, or say all.");
        }
    }

    @GetMapping("/outbox")
    List<Shown> outbox(@RequestParam(required = false) @Nullable State state) {
        // Messages carry no unit: whoever sees one sees those of the whole network.
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "Messages to everybody are shown to the headquarters.");
        }
        var shown = transaction.execute(_ -> outbox.list(state, Page.MOST));
        return shown == null ? List.of() : shown;
    }

    private record After(Instant at, UUID id) {}

    private static @Nullable After after(@Nullable String cursor) {
        var values = Cursor.read(cursor, 2);
        try {
            return values.isEmpty() ? null : new After(Instant.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException foreign) {
            throw Refusal.invalid("cursor", cursor, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }

    record Notices(List<Notice> items, long unread, @Nullable String nextCursor, long total) {}

    record Read(@Nullable List<UUID> ids, @Nullable Boolean all) {}
}
