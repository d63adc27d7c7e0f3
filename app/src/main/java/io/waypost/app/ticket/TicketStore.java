package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.KeptTicket.Holder;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Replied;
import io.waypost.core.ticket.TicketState.Unopened;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which single tickets are kept. */
@Repository
class TicketStore {

    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextRunningNumber() {
        return jdbc.sql("select nextval('ticket.running')").query((row, _) -> row.getLong(1)).single();
    }

    Optional<KeptTicket> find(UUID id) {
        return jdbc.sql(TicketColumns.SELECT + " where t.id = :id").param("id", id)
                .query((row, _) -> TicketColumns.kept(row)).optional();
    }

    /** The ticket, locked until the end of the transaction. */
    Optional<KeptTicket> lock(UUID id) {
        return jdbc.sql(TicketColumns.SELECT + " where t.id = :id for update").param("id", id)
                .query((row, _) -> TicketColumns.kept(row)).optional();
    }

    Optional<KeptTicket> lockOpen(String waybill) {
        return jdbc.sql(TicketColumns.SELECT + " where t.waybill = :waybill and t.closed_at is null for update")
                .param("waybill", waybill).query((row, _) -> TicketColumns.kept(row)).optional();
    }

    Optional<KeptTicket> lockByFinding(UUID findingId) {
        return jdbc.sql(TicketColumns.SELECT + " where t.finding_id = :finding and t.closed_at is null for update")
                .param("finding", findingId).query((row, _) -> TicketColumns.kept(row)).optional();
    }

    List<KeptTicket> ofParcel(String waybill) {
        return jdbc
                .sql(TicketColumns.SELECT
                        + " where t.waybill = :waybill order by t.opened_at desc, t.id desc limit 100")
                .param("waybill", waybill).query((row, _) -> TicketColumns.kept(row)).list();
    }

    /** Claims tickets whose time has come; other nodes skip them until the transaction ends. */
    List<Due> claimDue(Instant now, int most) {
        return jdbc.sql(TicketColumns.SELECT_WITH_WAKE + """
                 where t.wake_at <= :now order by t.wake_at, t.id limit :most for update skip locked
                """)
                .param("now", utc(now)).param("most", most)
                .query((row, _) -> new Due(TicketColumns.kept(row), TicketColumns.instant(row, "wake_at")))
                .list();
    }

    record Due(KeptTicket kept, Instant at) {}

    Optional<Instant> nextWake() {
        return jdbc.sql("select wake_at from ticket.ticket where wake_at is not null order by wake_at limit 1")
                .query((row, _) -> TicketColumns.instant(row, "wake_at")).optional();
    }

    /** Lets a ticket whose deadline could not be carried out rest, so that it does not hold up the others. */
    void postpone(UUID id, Instant until) {
        jdbc.sql("update ticket.ticket set wake_at = :until where id = :id").param("until", utc(until)).param("id", id)
                .update();
    }

    List<KeptTicket> claimMoved(int most) {
        return jdbc.sql(TicketColumns.SELECT + " where t.moved limit :most for update skip locked").param("most", most)
                .query((row, _) -> TicketColumns.kept(row)).list();
    }

    boolean anyMoved() {
        return jdbc.sql("select exists (select 1 from ticket.ticket where moved)")
                .query((row, _) -> row.getBoolean(1)).single();
    }

    void settled(UUID id) {
        jdbc.sql("update ticket.ticket set moved = false where id = :id").param("id", id).update();
    }

    /** A unit went elsewhere in the tree with everything below it. */
    void moveUnits(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update ticket.ticket
                set place_path = case when starts_with(place_path, :old) then :new || substr(place_path, length(:old) + 1)
                                      else place_path end,
                    unit_path = case when starts_with(unit_path, :old) then :new || substr(unit_path, length(:old) + 1)
                                     else unit_path end,
                    moved = closed_at is null
                where starts_with(place_path, :old) or starts_with(unit_path, :old)
                """).param("old", oldPrefix).param("new", newPrefix).update();
        jdbc.sql("""
                update ticket.sight set unit_path = :new || substr(unit_path, length(:old) + 1)
                where starts_with(unit_path, :old)
                """).param("old", oldPrefix).param("new", newPrefix).update();
    }

    void addSight(UUID ticketId, String unitPath) {
        jdbc.sql("insert into ticket.sight (ticket_id, unit_path) values (:id, :path) on conflict do nothing")
                .param("id", ticketId).param("path", unitPath).update();
    }

    /** Adds the ticket; false if the parcel has an open one already. */
    boolean insert(KeptTicket kept, @Nullable Instant wakeAt) {
        return jdbc.sql("""
                insert into ticket.ticket (id, number, waybill, kind, silent, urgent, urgent_reason, finding_id, state, level,
                    patience, wait_reason, next_at, wake_at, place_code, place_path, region_code, headquarters_code, unit_code,
                    unit_path, person_id, person_name, policy_version, limit_minutes, urges, answered_in_time, opened_at, version)
                values (:id, :number, :waybill, :kind, :silent, :urgent, :urgentReason, :findingId, :state, :level,
                    :patience, :waitReason, :nextAt, :wakeAt, :placeCode, :placePath, :regionCode, :headquartersCode, :unitCode,
                    :unitPath, :personId, :personName, :policyVersion, :limitMinutes, :urges, :answeredInTime, :openedAt, :version)
                on conflict (waybill) where closed_at is null do nothing
                """).params(columns(kept, wakeAt)).update() == 1;
    }

    void update(KeptTicket kept, @Nullable Instant wakeAt) {
        jdbc.sql("""
                update ticket.ticket set silent = :silent, urgent = :urgent, urgent_reason = :urgentReason, finding_id = :findingId,
                    state = :state, level = :level, patience = :patience, wait_reason = :waitReason, next_at = :nextAt,
                    wake_at = :wakeAt, place_code = :placeCode, place_path = :placePath, region_code = :regionCode,
                    headquarters_code = :headquartersCode, unit_code = :unitCode, unit_path = :unitPath, person_id = :personId,
                    person_name = :personName, limit_minutes = :limitMinutes, urges = :urges, answer_kind = :answerKind,
                    answer_at = :answerAt, answer_by_id = :answerById, answer_by_name = :answerByName,
                    answered_in_time = :answeredInTime, closed_at = :closedAt, close_reason = :closeReason, version = :version
                where id = :id
                """).params(columns(kept, wakeAt)).update();
    }

    private static Map<String, @Nullable Object> columns(KeptTicket kept, @Nullable Instant wakeAt) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", kept.id());
        columns.put("number", kept.number());
        columns.put("waybill", kept.waybill());
        columns.put("level", kept.level().name());
        columns.put("wakeAt", utc(wakeAt));
        columns.put("placePath", kept.placePath());
        columns.put("policyVersion", kept.policyVersion());
        columns.put("limitMinutes", kept.limitMinutes());
        columns.put("openedAt", utc(kept.openedAt()));
        columns.put("version", kept.version());
        put(columns, kept.holder());
        put(columns, kept.facts());
        put(columns, kept.ticket());
        return columns;
    }

    private static void put(Map<String, @Nullable Object> columns, Facts facts) {
        var answer = facts.lastAnswer();
        columns.put("findingId", facts.findingId());
        columns.put("urgentReason", facts.urgentReason() == null ? null : facts.urgentReason().name());
        columns.put("urges", facts.urges());
        columns.put("answeredInTime", facts.answeredInTime());
        columns.put("answerKind", answer == null ? null : answer.kind().name());
        columns.put("answerAt", answer == null ? null : utc(answer.at()));
        columns.put("answerById", answer == null ? null : answer.by().id());
        columns.put("answerByName", answer == null ? null : answer.by().name());
    }

    private static void put(Map<String, @Nullable Object> columns, Holder holder) {
        PersonRef person = holder.person();
        columns.put("unitCode", holder.unitCode());
        columns.put("unitPath", holder.unitPath());
        columns.put("personId", person == null ? null : person.id());
        columns.put("personName", person == null ? null : person.name());
    }

    private static void put(Map<String, @Nullable Object> columns, Ticket ticket) {
        columns.put("kind", ticket.kind().name());
        columns.put("silent", ticket.silent());
        columns.put("urgent", ticket.urgent());
        columns.put("placeCode", ticket.ladder().place());
        columns.put("regionCode", ticket.ladder().region());
        columns.put("headquartersCode", ticket.ladder().headquarters());
        put(columns, ticket.state());
    }

    private static void put(Map<String, @Nullable Object> columns, TicketState state) {
        columns.put("state", TicketColumns.name(state));
        columns.put("patience", state instanceof Dispatched(_, _, var patience) ? patience.name() : null);
        columns.put("waitReason", state instanceof Waiting(_, _, var reason) ? reason.name() : null);
        columns.put("closeReason", state instanceof Closed(var reason, _) ? reason.name() : null);
        columns.put("closedAt", state instanceof Closed(_, var at) ? utc(at) : null);
        columns.put("nextAt", utc(nextAt(state)));
    }

    /** When the answer is due, the pause ends, or a scan must have come. */
    static @Nullable Instant nextAt(TicketState state) {
        return switch (state) {
            case Dispatched(_, var due, _) -> due;
            case Waiting(_, var until, _) -> until;
            case Replied(_, var checkAt) -> checkAt;
            case Unopened() -> null;
            case Closed _ -> null;
        };
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
