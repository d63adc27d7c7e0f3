package io.waypost.app.notice;

import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.notice.NoticeStore.Notice;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    NoticeController(NoticeDesk desk) {
        this.desk = desk;
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
