package io.waypost.app.outbox;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.outbox.MessageStore.Attempt;
import io.waypost.app.outbox.MessageStore.Filter;
import io.waypost.app.outbox.MessageStore.Shown;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.MessageState;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/outbox")
class OutboxController {

    private final MessageStore store;
    private final Providers providers;
    private final OutboxRunner runner;
    private final Outcomes outcomes;
    private final AuditTrail audit;
    private final Clock business;
    private final Clock wall;

    OutboxController(MessageStore store, Providers providers, OutboxRunner runner, Outcomes outcomes, AuditTrail audit,
            Clock business, @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.providers = providers;
        this.runner = runner;
        this.outcomes = outcomes;
        this.audit = audit;
        this.business = business;
        this.wall = wall;
    }

    record Which(@Nullable List<UUID> ids, @Nullable String reason) {}

    /** What was done about one message; {@code code} says why nothing was. */
    record Done(UUID id, boolean done, @Nullable String code) {}

    record Overview(List<Providers.Health> providers, long waiting, long unknown) {}

    @GetMapping
    @Transactional(readOnly = true)
    Page<Shown> list(
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable MessageState state,
            @RequestParam(required = false) @Nullable MessageClass kind,
            @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable String subjectId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        headquartersOnly();
        int most = Page.limit(limit);
        var after = After.read(cursor);
        var found = store.list(new Filter(channel, state, kind, subjectKind, subjectId), after, most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? Cursor.of(shown.getLast().createdAt(), shown.getLast().id()) : null;
        return new Page<>(shown, next, null);
    }

    @GetMapping("/attempts")
    @Transactional(readOnly = true)
    List<Attempt> attempts(@RequestParam UUID message) {
        headquartersOnly();
        return store.attempts(message);
    }

    @GetMapping("/overview")
    @Transactional(readOnly = true)
    Overview overview() {
        headquartersOnly();
        return new Overview(providers.health(wall.instant()), store.count(MessageState.PENDING),
                store.count(MessageState.UNKNOWN));
    }

    @PostMapping("/resend")
    @Transactional
    List<Done> resend(@RequestBody Which which) {
        headquartersOnly();
        var ids = ids(which);
        var again = store.resend(ids, wall.instant());
        again.forEach(each -> {
            audit.record("MESSAGE_SENT_AGAIN", "MESSAGE", each.id().toString(), "/",
                    Map.of("channel", each.channel().name()));
            runner.wakeAfterCommit(each.channel());
        });
        return done(ids, again, "NOT_TO_BE_SENT_AGAIN");
    }

    @PostMapping("/give-up")
    @Transactional
    List<Done> giveUp(@RequestBody Which which) {
        headquartersOnly();
        var reason = which.reason();
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw Refusal.invalid("reason", reason, "MISSING", "Say in up to 500 characters why it is given up.");
        }
        var ids = ids(which);
        var now = business.instant();
        var given = store.giveUp(ids, now);
        given.forEach(each -> audit.record("MESSAGE_GIVEN_UP", "MESSAGE", each.id().toString(), "/",
                Map.of("channel", each.channel().name(), "reason", reason.strip())));
        outcomes.tellSettled(given, now);
        return done(ids, given, "NOT_IN_DOUBT");
    }

    private static List<Done> done(List<UUID> ids, List<ReportStore.Settled> changed, String code) {
        var known = Set.copyOf(changed.stream().map(ReportStore.Settled::id).toList());
        return ids.stream().map(id -> new Done(id, known.contains(id), known.contains(id) ? null : code)).toList();
    }

    private static List<UUID> ids(Which which) {
        var ids = which.ids();
        if (ids == null || ids.isEmpty() || ids.size() > Page.MOST
                || ids.stream().anyMatch(java.util.Objects::isNull)) {
            throw Refusal.invalid("ids", ids == null ? null : ids.size(), "MISSING",
                    "Name 1 to %d messages.".formatted(Page.MOST));
        }
        return ids.stream().distinct().toList();
    }

    /** Messages carry no unit: whoever sees one sees those of the whole network. */
    static void headquartersOnly() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "Messages to everybody are shown to the headquarters.");
        }
    }

    /** The last row of the page before. */
    record After(Instant at, UUID id) {

        static @Nullable After read(@Nullable String cursor) {
            var values = Cursor.read(cursor, 2);
            try {
                return values.isEmpty()
                        ? null
                        : new After(Instant.parse(values.get(0)), UUID.fromString(values.get(1)));
            } catch (DateTimeParseException | IllegalArgumentException foreign) {
                throw Refusal.invalid("cursor", cursor, "UNREADABLE",
                        "Use the nextCursor of the page before, unchanged.");
            }
        }
    }
}
