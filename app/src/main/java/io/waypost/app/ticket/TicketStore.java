package io.waypost.app.ticket;

import io.waypost.app.kernel.Columns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which single tickets are kept. */
@Repository
class TicketStore {

    private static final String INSERT = """
            insert into ticket.ticket (id, number, waybill, matter, kind, silent, urgent, urgent_reason, urgent_person_id,
                urgent_person_name, urgent_at, urgent_by_name, finding_id, state, phase, owed, level, wait_reason, next_at, wake_at,
                place_code, place_path, hub, region_code, headquarters_code, unit_code, unit_path, person_id, person_name, person_chosen, desk_code,
                desk_path, desk_person_id, desk_person_name, sop_kind, sop_version, clock, statutory_due, statutory_told, origin,
                description, repeat_number, parent_id, limit_minutes, urges, answered_in_time, opened_at, updated_at, version)
            values (:id, :number, :waybill, :matter, :kind, :silent, :urgent, :urgentReason, :urgentPersonId,
                :urgentPersonName, :urgentAt, :urgentByName, :findingId, :state, :phase, :owed, :level, :waitReason, :nextAt, :wakeAt,
                :placeCode, :placePath, :hub, :regionCode, :headquartersCode, :unitCode, :unitPath, :personId, :personName, :personChosen, :deskCode,
                :deskPath, :deskPersonId, :deskPersonName, :sopKind, :sopVersion, cast(:clock as jsonb), :statutoryDue, :statutoryTold,
                :origin, :description, :repeatNumber, :parentId, :limitMinutes, :urges, :answeredInTime, :openedAt, :updatedAt, :version)
            on conflict (waybill, matter) where closed_at is null and reopens = 0 do nothing
            """;
    private static final String UPDATE = """
            update ticket.ticket set matter = :matter, kind = :kind, silent = :silent, urgent = :urgent,
                urgent_reason = :urgentReason, urgent_person_id = :urgentPersonId, urgent_person_name = :urgentPersonName,
                urgent_at = :urgentAt, urgent_by_name = :urgentByName, finding_id = :findingId, state = :state, phase = :phase,
                owed = :owed, level = :level, wait_reason = :waitReason, next_at = :nextAt, wake_at = :wakeAt, place_code = :placeCode,
                place_path = :placePath, hub = :hub, region_code = :regionCode, headquarters_code = :headquartersCode,
                unit_code = :unitCode, unit_path = :unitPath, person_id = :personId, person_name = :personName, person_chosen = :personChosen, desk_code = :deskCode,
                desk_path = :deskPath, desk_person_id = :deskPersonId, desk_person_name = :deskPersonName, hand_overs = :handOvers,
                passed_around = :passedAround, reopens = :reopens, sop_kind = :sopKind, sop_version = :sopVersion,
                clock = cast(:clock as jsonb), statutory_due = :statutoryDue, statutory_told = :statutoryTold, call_tries = :callTries,
                call_verdict = :callVerdict, merged_into = :mergedInto, merged_before = cast(:mergedBefore as jsonb),
                parent_id = :parentId, liability = :liability, cause_code = :causeCode, limit_minutes = :limitMinutes, urges = :urges,
                answer_kind = :answerKind, answer_at = :answerAt, answer_by_id = :answerById, answer_by_name = :answerByName,
                answered_in_time = :answeredInTime, closed_at = :closedAt, close_reason = :closeReason, updated_at = :updatedAt,
                version = :version
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final TicketColumns columns;

    TicketStore(JdbcClient jdbc, NamedParameterJdbcTemplate batch, TicketColumns columns) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.columns = columns;
    }

    long nextRunningNumber() {
        return jdbc.sql("select nextval('ticket.running')").query((row, _) -> row.getLong(1)).single();
    }

    Optional<KeptTicket> find(UUID id) {
        return jdbc.sql(TicketColumns.SELECT + " where t.id = :id").param("id", id)
                .query((row, _) -> columns.kept(row)).optional();
    }

    Optional<KeptTicket> findByNumber(String number) {
        return jdbc.sql(TicketColumns.SELECT + " where t.number = :number").param("number", number)
                .query((row, _) -> columns.kept(row)).optional();
    }

    /** The ticket, locked until the end of the transaction. */
    Optional<KeptTicket> lock(UUID id) {
        return jdbc.sql(TicketColumns.SELECT + " where t.id = :id for update").param("id", id)
                .query((row, _) -> columns.kept(row)).optional();
    }

    /** The open tickets of the parcel, the oldest first, locked. */
    List<KeptTicket> lockOpen(String waybill) {
        return jdbc.sql(TicketColumns.SELECT
                + " where t.waybill = :waybill and t.closed_at is null order by t.opened_at, t.id for update")
                .param("waybill", waybill).query((row, _) -> columns.kept(row)).list();
    }

    List<KeptTicket> lockByFinding(UUID findingId) {
        return jdbc.sql(TicketColumns.SELECT + " where t.finding_id = :finding and t.closed_at is null for update")
                .param("finding", findingId).query((row, _) -> columns.kept(row)).list();
    }

    List<KeptTicket> ofParcel(String waybill) {
        return jdbc
                .sql(TicketColumns.SELECT
                        + " where t.waybill = :waybill order by t.opened_at desc, t.id desc limit 100")
                .param("waybill", waybill).query((row, _) -> columns.kept(row)).list();
    }

    List<KeptTicket> children(UUID parentId) {
        return jdbc.sql(TicketColumns.SELECT + " where t.parent_id = :parent order by t.opened_at, t.id limit 200")
                .param("parent", parentId).query((row, _) -> columns.kept(row)).list();
    }

    /** Claims tickets whose time has come; other nodes skip them until the transaction ends. */
    List<Due> claimDue(Instant now, int most) {
        return jdbc.sql(TicketColumns.SELECT_WITH_WAKE + """
                 where t.wake_at <= :now order by t.wake_at, t.id limit :most for update skip locked
                """)
                .param("now", utc(now)).param("most", most)
                .query((row, _) -> new Due(columns.kept(row), TicketColumns.instant(row, "wake_at")))
                .list();
    }

    /** A ticket and when its clock wanted to act; what is due is named by the rules. */
    record Due(KeptTicket kept, Instant at) {}

    Optional<Instant> nextWake() {
        return jdbc.sql("select wake_at from ticket.ticket where wake_at is not null order by wake_at limit 1")
                .query((row, _) -> TicketColumns.instant(row, "wake_at")).optional();
    }

    @Nullable
    Instant wakeAt(UUID id) {
        return jdbc.sql("select wake_at from ticket.ticket where id = :id").param("id", id)
                .query((row, _) -> Optional.ofNullable(TicketColumns.instantOrNull(row, "wake_at"))).single()
                .orElse(null);
    }

    /** Lets a ticket whose deadline could not be carried out rest, so that it does not hold up the others. */
    void postpone(UUID id, Instant until) {
        jdbc.sql("update ticket.ticket set wake_at = :until where id = :id").param("until", utc(until)).param("id", id)
                .update();
    }

    List<KeptTicket> claimMoved(int most) {
        return jdbc.sql(TicketColumns.SELECT + " where t.moved limit :most for update skip locked").param("most", most)
                .query((row, _) -> columns.kept(row)).list();
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
                    desk_path = case when starts_with(desk_path, :old) then :new || substr(desk_path, length(:old) + 1)
                                     else desk_path end,
                    moved = closed_at is null
                where starts_with(place_path, :old) or starts_with(unit_path, :old) or starts_with(desk_path, :old)
                """).param("old", oldPrefix).param("new", newPrefix).update();
        jdbc.sql("""
                insert into ticket.sight (ticket_id, unit_path, open)
                select id, desk_path, closed_at is null from ticket.ticket
                where starts_with(place_path, :new) and not starts_with(place_path, desk_path)
                on conflict do nothing
                """).param("new", newPrefix).update();
        jdbc.sql("""
                update ticket.sight set unit_path = :new || substr(unit_path, length(:old) + 1)
                where starts_with(unit_path, :old)
                """).param("old", oldPrefix).param("new", newPrefix).update();
    }

    /** Lets units see tickets, in one statement. */
    void addSights(List<StepWriter.Sight> sights) {
        if (!sights.isEmpty()) {
            jdbc.sql("""
                    insert into ticket.sight (ticket_id, unit_path, open)
                    select distinct t.id, s.path, t.closed_at is null
                    from unnest(:ids::uuid[], :paths::text[]) as s (id, path) join ticket.ticket t on t.id = s.id
                    on conflict do nothing
                    """)
                    .param("ids", Columns.ids(sights, StepWriter.Sight::ticketId))
                    .param("paths", Columns.texts(sights, StepWriter.Sight::unitPath)).update();
        }
    }

    /** Says of the lines of sight whether the tickets are open; few tickets have any. */
    void keepSights(Collection<UUID> endedOrBack) {
        if (!endedOrBack.isEmpty()) {
            jdbc.sql("""
                    update ticket.sight s set open = t.closed_at is null
                    from ticket.ticket t where t.id = s.ticket_id and s.ticket_id = any (:ids)
                    """).param("ids", endedOrBack.toArray(UUID[]::new)).update();
        }
    }

    /** Adds the ticket; false if the parcel has an open one of the same matter already. */
    boolean insert(KeptTicket kept, @Nullable Instant wakeAt) {
        return batch.update(INSERT, TicketParameters.of(kept, wakeAt, columns)) == 1;
    }

    /** Keeps the tickets as they are now, all in one round trip. */
    void update(List<Woken> tickets) {
        if (tickets.size() == 1) {
            batch.update(UPDATE, TicketParameters.of(tickets.getFirst().kept(), tickets.getFirst().wakeAt(), columns));
        } else if (!tickets.isEmpty()) {
            batch.batchUpdate(UPDATE, tickets.stream()
                    .map(one -> TicketParameters.of(one.kept(), one.wakeAt(), columns))
                    .toArray(SqlParameterSource[]::new));
        }
    }

    /** A ticket, and when its clock wants to act next. */
    record Woken(KeptTicket kept, @Nullable Instant wakeAt) {}

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
