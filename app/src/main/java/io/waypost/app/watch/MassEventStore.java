package io.waypost.app.watch;

import io.waypost.core.watch.MassCause;
import io.waypost.core.watch.Responsibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on mass events. */
@Repository
class MassEventStore {

    private static final String SELECT = """
            select id, site, cause, began_at, ended_at, joined, standing, ticket_id from watch.mass_event
            """;

    private final JdbcClient jdbc;

    MassEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Parcels of an event, and those of them that are silent still. */
    record Count(long joined, long standing) {}

    /** Which events to list; null means any. */
    record Filter(String unitPath, @Nullable Boolean open, @Nullable UUID ticketId) {}

    Optional<MassEvent> standing(String site, MassCause cause) {
        return jdbc.sql(SELECT + " where site = :site and cause = :cause and ended_at is null")
                .param("site", site).param("cause", cause.name()).query((row, _) -> event(row)).optional();
    }

    /** How many parcels of the place fell silent since then, stand, and belong to no event. */
    long fresh(String site, MassCause cause, Instant since) {
        return jdbc.sql("""
                select count(*) from watch.finding
                where responsible_site = :site and cleared_at is null and raised_at > :since and event_id is null
                  and responsible_rule = any (:rules)
                """)
                .param("site", site).param("since", utc(since)).param("rules", rules(cause))
                .query(Long.class).single();
    }

    /** Begins an event; false where one stands. Two at once are safe: the second waits for the first. */
    boolean begin(MassEvent event, String unitPath, Instant lookAt) {
        return jdbc.sql("""
                insert into watch.mass_event (id, site, cause, unit_path, began_at, look_at)
                values (:id, :site, :cause, :path, :at, :lookAt) on conflict (site, cause) where ended_at is null do nothing
                """)
                .param("id", event.id()).param("site", event.site()).param("cause", event.cause().name())
                .param("path", unitPath).param("at", utc(event.beganAt())).param("lookAt", utc(lookAt))
                .update() == 1;
    }

    /** The findings that made the event are its own. */
    void gather(MassEvent event, Instant since) {
        jdbc.sql("""
                update watch.finding set event_id = :id
                where responsible_site = :site and cleared_at is null and raised_at > :since and event_id is null
                  and responsible_rule = any (:rules)
                """)
                .param("id", event.id()).param("site", event.site()).param("since", utc(since))
                .param("rules", rules(event.cause())).update();
    }

    void join(UUID findingId, UUID eventId) {
        jdbc.sql("update watch.finding set event_id = :event where id = :id").param("event", eventId)
                .param("id", findingId).update();
    }

    void ticket(UUID eventId, UUID ticketId) {
        jdbc.sql("""
                update watch.finding f set ticket_id = :ticket from watch.mass_event e
                where e.id = :event and f.event_id = e.id and f.cleared_at is null and f.ticket_id = e.ticket_id
                """).param("event", eventId).param("ticket", ticketId).update();
        jdbc.sql("update watch.mass_event set ticket_id = :ticket where id = :event").param("event", eventId)
                .param("ticket", ticketId).update();
    }

    List<UUID> tickets(UUID eventId) {
        return jdbc.sql("""
                select distinct f.ticket_id from watch.finding f join watch.mass_event e on e.id = f.event_id
                where e.id = :event and f.ticket_id is not null and f.ticket_id is distinct from e.ticket_id
                """).param("event", eventId).query((row, _) -> row.getObject("ticket_id", UUID.class)).list();
    }

    Optional<Instant> nextLook() {
        return jdbc.sql("select look_at from watch.mass_event where look_at is not null order by look_at limit 1")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional();
    }

    /** The event that is to be looked at first, locked; other nodes skip it. */
    Optional<MassEvent> claim(Instant now) {
        return jdbc.sql(SELECT + " where look_at <= :now order by look_at limit 1 for update skip locked")
                .param("now", utc(now)).query((row, _) -> event(row)).optional();
    }

    Count count(UUID eventId) {
        return jdbc.sql("""
                select count(*) as joined, count(*) filter (where cleared_at is null) as standing
                from watch.finding where event_id = :event
                """).param("event", eventId)
                .query((row, _) -> new Count(row.getLong("joined"), row.getLong("standing"))).single();
    }

    void looked(UUID eventId, Count count, @Nullable Instant endedAt, @Nullable Instant lookAt) {
        jdbc.sql("""
                update watch.mass_event set joined = :joined, standing = :standing, ended_at = coalesce(ended_at, :endedAt), look_at = :lookAt
                where id = :id
                """)
                .param("id", eventId).param("joined", count.joined()).param("standing", count.standing())
                .param("endedAt", endedAt == null ? null : utc(endedAt))
                .param("lookAt", lookAt == null ? null : utc(lookAt)).update();
    }

    /** Findings of an event that stand and have no ticket but the event's, the oldest first. */
    List<UUID> left(MassEvent event, int most) {
        return jdbc.sql("""
                select id from watch.finding where event_id = :event and cleared_at is null and ticket_id = :ticket
                order by raised_at, id limit :most
                """)
                .param("event", event.id()).param("ticket", event.ticketId()).param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class)).list();
    }

    /** Somebody acted on all findings of the ticket's event that stand and hang on it. */
    void acted(UUID ticketId, Instant at, boolean trouble) {
        jdbc.sql("""
                update watch.finding f
                set acted_at = least(f.acted_at, :at), trouble = f.trouble or :trouble,
                    verdict = case when :trouble then 'RIGHT' else f.verdict end
                from watch.mass_event e
                where e.ticket_id = :ticket and f.event_id = e.id and f.cleared_at is null and f.ticket_id = e.ticket_id
                """).param("ticket", ticketId).param("at", utc(at)).param("trouble", trouble).update();
    }

    /** Events, those that stand first, then the newest. */
    List<MassEvent> list(Filter filter, int most) {
        var open = filter.open();
        var state = open == null ? "" : open ? " and ended_at is null" : " and ended_at is not null";
        return jdbc.sql(SELECT + """
                 where starts_with(unit_path, :path) and (:ticket::uuid is null or ticket_id = :ticket)
                """ + state + " order by ended_at is not null, began_at desc, id limit :most")
                .param("path", filter.unitPath()).param("ticket", filter.ticketId()).param("most", most)
                .query((row, _) -> event(row)).list();
    }

    void moveUnits(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update watch.mass_event set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("old", oldPrefix).param("new", newPrefix).update();
    }

    private static MassEvent event(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new MassEvent(row.getObject("id", UUID.class), row.getString("site"),
                MassCause.valueOf(row.getString("cause")), row.getObject("began_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(), row.getLong("joined"), row.getLong("standing"),
                row.getObject("ticket_id", UUID.class));
    }

    private static String[] rules(MassCause cause) {
        return cause.rules().stream().map(Responsibility.Rule::name).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
