package io.waypost.app.view;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.view.SavedView.Sharing;
import io.waypost.app.view.ViewDesk.Views;
import io.waypost.app.view.ViewDesk.Wish;
import io.waypost.core.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/views")
class ViewController {

    private final ViewDesk desk;
    private final ViewCounts counts;

    ViewController(ViewDesk desk, ViewCounts counts) {
        this.desk = desk;
        this.counts = counts;
    }

    @GetMapping
    Views of(@RequestParam String list) {
        return desk.of(list);
    }

    @PostMapping
    SavedView keep(@RequestBody ViewBody request) {
        return desk.keep(list(request.list()), wish(request));
    }

    /** Keeps a view for the people of a unit, or for those of them who have a role. */
    @PostMapping("/shared")
    SavedView share(@RequestBody ViewBody request) {
        if (request.shared() == null || request.shared() == Sharing.PERSON) {
            throw Refusal.invalid("shared", request.shared(), "UNKNOWN", "UNIT or ROLE.");
        }
        return desk.keep(list(request.list()), wish(request));
    }

    @PutMapping("/{id}")
    SavedView change(@PathVariable UUID id, @RequestBody ViewBody request) {
        if (request.version() == null) {
            throw Refusal.invalid("version", null, "MISSING", "Send the version that you have before you.");
        }
        return desk.change(id, wish(request), request.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable UUID id) {
        desk.drop(id);
    }

    /** How many rows each of some questions has now; 10,001 means more than 10,000. */
    @PostMapping("/counts")
    Map<String, Long> count(@RequestBody ViewCounting request) {
        return counts.count(list(request.list()), request.queries() == null ? Map.of() : request.queries());
    }

    @PutMapping("/first")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void beginWith(@RequestBody FirstView request) {
        desk.beginWith(list(request.list()), request.view() == null ? "" : request.view());
    }

    private static String list(@Nullable String list) {
        if (list == null) {
            throw Refusal.invalid("list", null, "MISSING", "Name the list, such as tickets.");
        }
        return list;
    }

    private static Wish wish(ViewBody request) {
        return new Wish(request.name(), request.query(), request.columns(), request.shared(), request.unitCode(),
                request.role(), request.position());
    }

    record ViewBody(
            @Nullable String list,
            @Nullable String name,
            @Nullable Map<String, String> query,
            @Nullable List<String> columns,
            @Nullable Sharing shared,
            @Nullable String unitCode,
            @Nullable Role role,
            @Nullable Integer position,
            @Nullable Integer version) {}

    record ViewCounting(@Nullable String list, @Nullable Map<String, Map<String, String>> queries) {}

    record FirstView(@Nullable String list, @Nullable String view) {}
}
