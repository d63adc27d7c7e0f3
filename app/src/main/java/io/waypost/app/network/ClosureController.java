package io.waypost.app.network;

import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/network/closures")
class ClosureController {

    private final ClosureDesk desk;
    private final ClosureStore store;
    private final Network network;
    private final Clock clock;

    ClosureController(ClosureDesk desk, ClosureStore store, Network network, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.network = network;
        this.clock = clock;
    }

    record Announcement(@NotNull String unitCode, Closure.@NotNull Reason reason, @Nullable String note,
            @NotNull Instant from, @NotNull Instant until) {}

    record NewEnd(@NotNull Instant until) {}

    record View(UUID id, UnitRef unit, Closure.Reason reason, String note, Instant from, Instant until,
            boolean active) {}

    @GetMapping
    @Transactional(readOnly = true)
    Page<View> list(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        var after = Cursor.read(cursor, 1);
        var now = clock.instant();
        var found = store.list(active, now, after.isEmpty() ? null : uuid(after.getFirst()), size + 1);
        var page = found.size() > size ? found.subList(0, size) : found;
        return new Page<>(page.stream().map(each -> view(each, now)).toList(),
                found.size() > size ? Cursor.of(page.getLast().closure().id()) : null, null);
    }

    @PostMapping
    @Transactional
    View announce(@RequestBody @Valid Announcement body) {
        return view(desk.announce(body), clock.instant());
    }

    @PutMapping("/{id}")
    @Transactional
    View moveEnd(@PathVariable UUID id, @RequestBody @Valid NewEnd body) {
        return view(desk.moveEnd(id, body.until()), clock.instant());
    }

    private View view(ClosureStore.Noted noted, Instant now) {
        var closure = noted.closure();
        return new View(closure.id(), network.ref(closure.unitCode()), closure.reason(), noted.note(), closure.from(),
                closure.until(), !now.isBefore(closure.from()) && now.isBefore(closure.until()));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.invalid("cursor", text, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }
}
