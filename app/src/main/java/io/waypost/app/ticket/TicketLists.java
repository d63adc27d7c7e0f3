package io.waypost.app.ticket;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Scope;
import io.waypost.app.network.Network;
import io.waypost.app.parcel.ParcelTickets;
import io.waypost.app.ticket.TicketListStore.Conditions;
import io.waypost.app.ticket.TicketListStore.Counts;
import io.waypost.app.ticket.TicketListStore.Order;
import io.waypost.app.ticket.TicketListStore.Place;
import io.waypost.app.watch.FindingTickets;
import io.waypost.core.filter.Filter;
import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.Codes;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketNumber;
import io.waypost.core.ticket.TicketRules;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.Phase;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of tickets within the reader's scope: what is due first comes first. */
@Component
class TicketLists implements ParcelTickets, FindingTickets {

    /** Beyond this many nobody counts: "more than 10,000" is as good an answer, and costs the same at a million. */
    static final int COUNTED = 10_000;

    /** How many slashes the path of a province has. */
    private static final int PROVINCE = 4;

    private final TicketListStore store;
    private final TicketRows rows;
    private final Network network;
    private final Clock clock;

    TicketLists(TicketListStore store, TicketRows rows, Network network, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.network = network;
        this.clock = clock;
    }

    /** Whose tickets. */
    enum Whose {
        mine,
        unit,
        all
    }

    record Query(
            @Nullable Whose view,
            TicketState.@Nullable Name state,
            @Nullable Phase phase,
            @Nullable TicketLevel level,
            @Nullable Boolean urgent,
            @Nullable Boolean overdue,
            @Nullable String kind,
            @Nullable String q,
            @Nullable String unit,
            @Nullable Boolean dueSoon,
            @Nullable Boolean escalated,
            Filter filter,
            @Nullable Sort sort) {

        Query(@Nullable Whose view, TicketState.@Nullable Name state, @Nullable Phase phase,
                @Nullable TicketLevel level,
                @Nullable Boolean urgent, @Nullable Boolean overdue, @Nullable String kind, @Nullable String q,
                @Nullable String unit, @Nullable Boolean dueSoon, @Nullable Boolean escalated) {
            this(view, state, phase, level, urgent, overdue, kind, q, unit, dueSoon, escalated, Filter.EVERYTHING,
                    null);
        }

        /** The tickets of a filter and nothing else. */
        static Query of(Whose view, Filter filter, @Nullable Sort sort) {
            return new Query(view, null, null, null, null, null, null, null, null, null, null, filter, sort);
        }
    }

    /** What comes first: what is due next, what was opened last, what was closed last. */
    enum Sort {
        due,
        opened,
        closed
    }

    /** A page; the first one tells how many there are, unless they are more than anybody counts. */
    @Transactional(readOnly = true)
    Page<TicketRow> page(Query query, @Nullable String cursor, int limit) {
        var page = rows(query, cursor, limit);
        if (cursor != null && !cursor.isEmpty()) {
            return page;
        }
        long total = page.nextCursor() == null ? page.items().size() : count(query, COUNTED + 1);
        return new Page<>(page.items(), page.nextCursor(), total > COUNTED ? null : total);
    }

    @Transactional(readOnly = true)
    Page<TicketRow> rows(Query query, @Nullable String cursor, int limit) {
        var order = order(query);
        var found = store.page(conditions(query), order, after(cursor), limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? cursor(shown.getLast(), order) : null;
        return new Page<>(shown.stream().map(rows::of).toList(), next, null);
    }

    /** The tickets of the list as they stand, no more than {@code most}. */
    @Transactional(readOnly = true)
    List<TicketBulk.Picked> picked(Query query, int most) {
        return store.picked(conditions(query), most);
    }

    /** How many there are, counted no further than {@code most}. */
    @Transactional(readOnly = true)
    long count(Query query, long most) {
        return store.count(conditions(query, actor -> counted(actor, order(query))), most);
    }

    @Transactional(readOnly = true)
    Counts counts() {
        var actor = Acting.current();
        return store.counts(counted(actor, Order.DUE).add("t.closed_at is null"), person(actor), unit(actor),
                clock.instant(), COUNTED + 1);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Integer> open(Collection<String> waybills) {
        return waybills.isEmpty() ? Map.of() : store.openByWaybill(waybills.toArray(String[]::new));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Standing> standing(Collection<UUID> ticketIds) {
        var standing = new LinkedHashMap<UUID, Standing>();
        for (var kept : store.byIds(ticketIds.toArray(UUID[]::new))) {
            var due = TicketRules.owed(kept.ticket()) ? kept.due() : null;
            standing.put(kept.id(), new Standing(kept.ticket().state().name().name(), due, kept.limitMinutes()));
        }
        return standing;
    }

    private static Order order(Query query) {
        if (query.sort() != null) {
            return switch (query.sort()) {
                case due -> Order.DUE;
                case opened -> Order.OPENED;
                case closed -> Order.CLOSED;
            };
        }
        var phase = query.state() == null ? query.phase() : query.state().phase();
        if (phase == Phase.ENDED) {
            return Order.CLOSED;
        }
        return query.q() != null && !query.q().isBlank() && phase == null ? Order.OPENED : Order.DUE;
    }

    private Conditions conditions(Query query) {
        return conditions(query, actor -> listed(actor, order(query)));
    }

    private Conditions conditions(Query query, Function<Actor, Conditions> everything) {
        var actor = Acting.current();
        var conditions = switch (query.view() == null ? Whose.all : query.view()) {
            case mine -> new Conditions().add("t.person_id = :person", "person", person(actor));
            case unit -> new Conditions().add("(t.unit_code = :unit or t.place_code = :unit)", "unit", unit(actor));
            case all -> everything.apply(actor);
        };
        if (query.state() != null) {
            conditions.add("t.state = :state", "state", query.state().name());
        }
        if (query.phase() != null) {
            conditions.add("t.phase = :phase", "phase", query.phase().name());
        }
        if (query.level() != null) {
            conditions.add("t.level = :level", "level", query.level().name());
        }
        if (query.urgent() != null) {
            conditions.add("t.urgent = :urgent", "urgent", query.urgent());
        }
        if (query.kind() != null) {
            conditions.add("(t.kind = :kind or starts_with(t.kind, :kind || '.'))", "kind", query.kind());
        }
        if (query.escalated() != null) {
            conditions.add("(t.level <> 'OUTLET') = :escalated", "escalated", query.escalated());
        }
        new TicketFilterSql(conditions, clock.instant(), person(actor), unit(actor), code -> path(code, actor))
                .add(query.filter());
        times(conditions, query);
        place(conditions, query.unit(), actor);
        return search(conditions, query);
    }

    private void times(Conditions conditions, Query query) {
        var now = clock.instant();
        if (query.overdue() != null) {
            conditions.add("(t.owed and t.next_at < :now) = :overdue", "overdue", query.overdue())
                    .with("now", TicketStore.utc(now));
        }
        if (query.dueSoon() != null) {
            conditions.add("(t.owed and t.next_at >= :soonFrom and t.next_at < :soon) = :dueSoon",
                    "dueSoon", query.dueSoon())
                    .with("soonFrom", TicketStore.utc(now))
                    .with("soon", TicketStore.utc(now.plus(TicketListStore.SOON)));
        }
    }

    /** The tickets of a unit are those about parcels at or below it, as the boards count them. */
    private void place(Conditions conditions, @Nullable String code, Actor actor) {
        if (code == null || code.isBlank()) {
            return;
        }
        var path = path(code, actor);
        if (!path.equals("/")) {
            conditions.add("t.place_path >= :unitLow and t.place_path < :unitHigh", "unitLow", path)
                    .with("unitHigh", path + "~");
        }
    }

    /** The path of a unit within the actor's reach; everything for the headquarters. */
    private String path(String code, Actor actor) {
        var unit = network.unit(code).filter(known -> actor.scope().reaches(known.path()))
                .orElseThrow(() -> Refusal.notFound("unit", code));
        return unit.kind() == UnitKind.HEADQUARTERS ? "/" : unit.path();
    }

    private static Conditions search(Conditions conditions, Query query) {
        var order = order(query);
        if (query.q() != null && !query.q().isBlank()) {
            var number = TicketNumber.read(query.q());
            if (number.isPresent()) {
                conditions.add("t.number = :number", "number", number.get().text());
            } else {
                var waybill = Codes.waybill(query.q());
                conditions.add("t.waybill = :waybill", "waybill", waybill == null ? query.q().strip() : waybill);
            }
        }
        switch (order) {
            case DUE -> conditions.add("t.closed_at is null");
            case CLOSED -> conditions.add("t.closed_at is not null");
            case OPENED -> {
                // Open and closed ones, by when they came.
            }
        }
        return conditions;
    }

    /**
     * Narrows a narrow reader's list by index. Row-level security would do it too, row by row over everybody's tickets; and so it is
     * for those who reach a good part of them: walking the list in its order and leaving out the others is quicker than gathering theirs.
     */
    static Conditions listed(Actor actor, Order order) {
        var conditions = new Conditions();
        var scope = actor.scope();
        if (scope.isEverything() || reachesMuch(scope)) {
            return conditions;
        }
        var openness = switch (order) {
            case DUE -> "closed_at is null and";
            case CLOSED -> "closed_at is not null and";
            case OPENED -> "";
        };
        return conditions.add("""
                t.id in (select id from ticket.ticket where %s place_path >= :low and place_path < :high
                         union all
                         select ticket_id from ticket.sight where unit_path >= :low and unit_path < :high)
                """.formatted(openness), "low", scope.path()).with("high", scope.path() + "~");
    }

    /** What a reader counts: by index, however much of everything they reach. */
    static Conditions counted(Actor actor, Order order) {
        var scope = actor.scope();
        return scope.isEverything() ? new Conditions() : new Conditions().below(scope.path(), order == Order.DUE);
    }

    /** What lies at or below the reader's unit, by index; not what they see elsewhere. */
    static Conditions there(Actor actor) {
        var scope = actor.scope();
        return scope.isEverything()
                ? new Conditions()
                : new Conditions().add(TicketListStore.THERE, "low", scope.path()).with("high", scope.path() + "~");
    }

    /** A region or a province reaches at least some hundredth of all tickets. */
    private static boolean reachesMuch(Scope scope) {
        return scope.path().chars().filter(c -> c == '/').count() <= PROVINCE;
    }

    private static @Nullable UUID person(Actor actor) {
        return actor instanceof Actor.Person person ? person.id() : null;
    }

    private static String unit(Actor actor) {
        if (actor instanceof Actor.Person person) {
            return person.unitCode();
        }
        var path = actor.scope().path();
        return path.length() < 3 ? "" : path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    }

    private static @Nullable Place after(@Nullable String cursor) {
        var values = Cursor.read(cursor, 2);
        try {
            return values.isEmpty() ? null : new Place(Instant.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (DateTimeParseException | IllegalArgumentException foreign) {
            throw Refusal.invalid("cursor", cursor, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }

    private static String cursor(KeptTicket last, Order order) {
        var at = switch (order) {
            case OPENED -> last.openedAt();
            case CLOSED -> last.ticket().state().endedAt().orElse(last.openedAt());
            case DUE -> last.due() == null ? TicketColumns.NO_TIME : last.due();
        };
        return Cursor.of(at, last.id());
    }
}
