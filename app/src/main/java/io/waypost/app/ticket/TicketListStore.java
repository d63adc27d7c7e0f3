package io.waypost.app.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of ticket lists. Conditions are fixed pieces of text; whatever a reader types is only ever a parameter. */
@Repository
class TicketListStore {

    /** What counts as due soon. */
    static final Duration SOON = Duration.ofMinutes(30);

    static final String THERE = "t.place_path >= :low and t.place_path < :high";

    private final JdbcClient jdbc;
    private final TicketColumns columns;

    TicketListStore(JdbcClient jdbc, TicketColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** How a list is sorted: what is due first, what was closed last, what was opened last. */
    enum Order {
        DUE("t.next_at", "", ">"),
        CLOSED("t.closed_at", "desc", "<"),
        OPENED("t.opened_at", "desc", "<");

        private final String column;
        private final String direction;
        private final String after;

        Order(String column, String direction, String after) {
            this.column = column;
            this.direction = direction;
            this.after = after;
        }
    }

    /** The conditions of a list and their parameters. */
    static final class Conditions {

        private final List<String> texts = new ArrayList<>();
        final Map<String, @Nullable Object> parameters = new HashMap<>();
        private @Nullable String elsewhere;

        Conditions add(String text) {
            texts.add(text);
            return this;
        }

        Conditions add(String text, String name, @Nullable Object value) {
            texts.add(text);
            return with(name, value);
        }

        Conditions with(String name, @Nullable Object value) {
            parameters.put(name, value);
            return this;
        }

        /** Only what lies below that path, or was let seen there; row-level security says the same, but not by index. */
        Conditions below(String path, boolean openOnly) {
            elsewhere = """
                    t.id in (select ticket_id from ticket.sight where %s unit_path >= :low and unit_path < :high)
                    and not (t.place_path >= :low and t.place_path < :high)
                    """.formatted(openOnly ? "open and" : "");
            return with("low", path).with("high", path + "~");
        }

        Conditions copy() {
            var copy = new Conditions();
            copy.texts.addAll(texts);
            copy.parameters.putAll(parameters);
            copy.elsewhere = elsewhere;
            return copy;
        }

        String where() {
            return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
        }

        /** Those columns of all that is seen, there and elsewhere. */
        private String seen(String selected) {
            var all = "select " + selected + " from ticket.ticket t";
            return elsewhere == null
                    ? all + where()
                    : all + copy().add(THERE).where() + " union all " + all + copy().add(elsewhere).where();
        }

        /** What is to be counted: no order is asked for, so that what lies there and what is seen from there are two short walks. */
        String counted() {
            if (elsewhere == null) {
                return "select count(*) from (select 1 from ticket.ticket t" + where() + " limit :most) as counted";
            }
            return """
                    select case when n >= :most then n
                                else n + (select count(*) from (select 1 from ticket.ticket t %2$s limit :most - n) as elsewhere) end
                    from (select count(*) as n from (select 1 from ticket.ticket t %1$s limit :most) as counted) as there
                    """.formatted(copy().add(THERE).where(), copy().add(elsewhere).where());
        }
    }

    record Place(Instant at, UUID id) {}

    List<KeptTicket> page(Conditions conditions, Order order, @Nullable Place after, int limit) {
        var all = conditions.copy();
        if (after != null) {
            all.add("(%s, t.id) %s (:afterAt, :afterId)".formatted(order.column, order.after), "afterAt",
                    TicketStore.utc(after.at())).with("afterId", after.id());
        }
        all.with("limit", limit);
        return jdbc.sql(TicketColumns.SELECT + all.where()
                + " order by %1$s %2$s, t.id %2$s limit :limit".formatted(order.column, order.direction))
                .params(all.parameters)
                .query((row, _) -> columns.kept(row))
                .list();
    }

    List<TicketBulk.Picked> picked(Conditions conditions, int most) {
        return jdbc
                .sql("select t.id, t.version from ticket.ticket t" + conditions.where() + " order by t.id limit :most")
                .params(conditions.parameters)
                .param("most", most)
                .query((row, _) -> new TicketBulk.Picked(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
    }

    /** Counts no further than {@code most}: the work is bounded however many there are. */
    long count(Conditions conditions, long most) {
        return jdbc
                .sql(conditions.counted())
                .params(conditions.parameters)
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** How many open tickets there are of each sort. */
    record Counts(long mine, long unit, long dueSoon, long overdue, long urgent, long escalated, long replied) {}

    /** No number is said beyond {@code most}. One pass over what the reader sees, answered by the index alone where it is clean. */
    Counts counts(Conditions visible, @Nullable UUID person, String unit, Instant now, long most) {
        var sorts = Stream.of(
                "t.unit_code = :unit or t.place_code = :unit",
                "t.owed and t.next_at >= :now and t.next_at < :soon",
                "t.owed and t.next_at < :now",
                "t.urgent",
                "t.level <> 'OUTLET'",
                "t.phase = 'REPLIED'")
                .map("least(:most, count(*) filter (where %s))"::formatted)
                .collect(Collectors.joining(", "));
        var counted = """
                select (select count(*) from (select 1 from ticket.ticket t %s and t.person_id = :person limit :most) as mine), %s
                from (%s) as t
                """.formatted(visible.where(), sorts, visible.seen(
                "t.unit_code, t.place_code, t.owed, t.next_at, t.urgent, t.level, t.phase"));
        return jdbc.sql(counted)
                .params(visible.parameters)
                .param("person", person)
                .param("unit", unit)
                .param("now", TicketStore.utc(now))
                .param("soon", TicketStore.utc(now.plus(SOON)))
                .param("most", most)
                .query((row, _) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                        row.getLong(5), row.getLong(6), row.getLong(7)))
                .single();
    }

    Map<String, Integer> openByWaybill(String[] waybills) {
        var open = new HashMap<String, Integer>();
        jdbc.sql("""
                select waybill, count(*) from ticket.ticket
                where waybill = any (:waybills) and closed_at is null group by waybill
                """).param("waybills", waybills).query(row -> {
            open.put(row.getString(1), row.getInt(2));
        });
        return open;
    }

    List<KeptTicket> byNumber(String number) {
        return jdbc.sql(TicketColumns.SELECT + " where t.number = :number").param("number", number)
                .query((row, _) -> columns.kept(row)).list();
    }

    /** The tickets about those parcels, the latest first. */
    List<KeptTicket> ofParcels(String[] waybills, int most) {
        return jdbc
                .sql(TicketColumns.SELECT + " where t.waybill = any (:waybills) order by t.opened_at desc limit :most")
                .param("waybills", waybills).param("most", most)
                .query((row, _) -> columns.kept(row)).list();
    }

    /** Tickets by when they changed last, within the reader's scope. */
    List<KeptTicket> changed(Tickets.Changes changes) {
        return jdbc.sql(TicketColumns.SELECT + """
                 where (t.updated_at, t.id) > (:since, cast(:after as uuid)) and (cardinality(:ids) = 0 or t.id = any (:ids))
                order by t.updated_at, t.id limit :limit
                """)
                .param("since", TicketStore.utc(changes.since()))
                .param("after", changes.afterId() == null ? new UUID(0, 0) : changes.afterId())
                .param("ids", changes.ids().toArray(UUID[]::new))
                .param("limit", changes.limit())
                .query((row, _) -> columns.kept(row)).list();
    }

    List<KeptTicket> byIds(UUID[] ids) {
        return jdbc.sql(TicketColumns.SELECT + " where t.id = any (:ids)").param("ids", ids)
                .query((row, _) -> columns.kept(row)).list();
    }
}
