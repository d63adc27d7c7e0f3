package io.waypost.app.appeal;

import io.waypost.core.appeal.AppealReminders;
import io.waypost.core.appeal.AppealReminders.Reminder;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of appeals themselves. */
@Repository
class AppealStore {

    private final JdbcClient jdbc;

    AppealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is sealed of an appeal. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(byte @Nullable [] name, byte @Nullable [] phone, byte @Nullable [] phoneIndex, byte[] content,
            byte[] request) {}

    long running() {
        return jdbc.sql("select nextval('appeal.running')").query((row, _) -> row.getLong(1)).single();
    }

    /** Adds an appeal; false where the authority's number is here already, within the actor's reach or not. */
    boolean add(KeptAppeal kept, Sealed sealed) {
        var paper = kept.paper();
        return jdbc.sql("""
                insert into appeal.appeal (id, number, authority_number, office, jurisdiction, waybill, ticket_id, ticket_number, category,
                    reason, complainant_role, complainant_name, complainant_phone, phone_index, content, request, appealed_on,
                    forwarded_at, received_at, posted_on, complained_first, appeal_window, unit_code, unit_path, region_code, unit_paths,
                    round, state, owes, due_from, due_at, due_last_day, due_jurisdiction, due_source, remind_at, version)
                values (:id, :number, :authorityNumber, :office, :jurisdiction, :waybill, :ticketId, :ticketNumber, :category,
                    :reason, :role, :name, :phone, :phoneIndex, :content, :request, :appealedOn,
                    :forwardedAt, :receivedAt, :postedOn, :complainedFirst, :window, :unitCode, :unitPath, :regionCode, :paths,
                    :round, :state, :owes, :dueFrom, :dueAt, :dueLastDay, :dueJurisdiction, :dueSource, :remindAt, 1)
                on conflict (authority_number) do nothing
                """)
                .params(AppealColumns.changing(kept, nextReminder(kept)))
                .param("number", kept.number())
                .param("authorityNumber", paper.authorityNumber())
                .param("office", paper.office())
                .param("jurisdiction", paper.jurisdiction())
                .param("waybill", paper.waybill())
                .param("ticketId", paper.ticketId())
                .param("ticketNumber", paper.ticketNumber())
                .param("category", paper.category().name())
                .param("reason", paper.reason() == null ? null : paper.reason().name())
                .param("role", paper.complainantRole().name())
                .param("name", sealed.name())
                .param("phone", sealed.phone())
                .param("phoneIndex", sealed.phoneIndex())
                .param("content", sealed.content())
                .param("request", sealed.request())
                .param("appealedOn", paper.appealedOn())
                .param("forwardedAt", AppealColumns.utc(paper.forwardedAt()))
                .param("receivedAt", AppealColumns.utc(paper.receivedAt()))
                .param("postedOn", paper.postedOn())
                .param("complainedFirst", paper.admission().complainedFirst().name())
                .param("window", paper.admission().window().name())
                .param("unitCode", kept.place().unitCode())
                .param("unitPath", kept.place().unitPath())
                .param("regionCode", kept.place().regionCode())
                .update() == 1;
    }

    Optional<KeptAppeal> find(UUID id) {
        return jdbc.sql("select %s from appeal.appeal where id = :id".formatted(AppealColumns.ALL)).param("id", id)
                .query((row, _) -> AppealColumns.kept(row)).optional();
    }

    Optional<KeptAppeal> lock(UUID id) {
        return jdbc.sql("select %s from appeal.appeal where id = :id for update".formatted(AppealColumns.ALL))
                .param("id", id).query((row, _) -> AppealColumns.kept(row)).optional();
    }

    /** Writes what a step changed. */
    void update(KeptAppeal kept) {
        jdbc.sql("""
                update appeal.appeal
                set unit_paths = :paths, round = :round, state = :state, owes = :owes, handler_id = :handler, handler_name = :handlerName,
                    author_id = :author, checker_id = :checker, liability = :liability, finding = :finding, satisfied = :satisfied,
                    refusal = :refusal, replied_at = :repliedAt, ended_at = :endedAt, late = :late, due_from = :dueFrom,
                    due_at = :dueAt, due_last_day = :dueLastDay, due_jurisdiction = :dueJurisdiction, due_source = :dueSource,
                    reminded = :reminded, remind_at = :remindAt, version = version + 1
                where id = :id
                """).params(AppealColumns.changing(kept, nextReminder(kept))).update();
    }

    /** Moves the reminders on; nothing that an open page depends on. */
    void remind(KeptAppeal kept) {
        jdbc.sql("update appeal.appeal set reminded = :reminded, remind_at = :remindAt, late = :late where id = :id")
                .param("reminded", kept.period().reminded())
                .param("remindAt", AppealColumns.utcOrNull(nextReminder(kept)))
                .param("late", kept.outcome().late())
                .param("id", kept.id())
                .update();
    }

    void postpone(UUID id, Instant until) {
        jdbc.sql("update appeal.appeal set remind_at = :until where id = :id").param("until", AppealColumns.utc(until))
                .param("id", id).update();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("select remind_at from appeal.appeal where remind_at is not null order by remind_at limit 1")
                .query((row, _) -> AppealColumns.instant(row, "remind_at")).optional();
    }

    List<KeptAppeal> claimDue(Instant now, int most) {
        return jdbc.sql("""
                select %s from appeal.appeal where remind_at <= :now order by remind_at limit :most for update skip locked
                """.formatted(AppealColumns.ALL))
                .param("now", AppealColumns.utc(now)).param("most", most)
                .query((row, _) -> AppealColumns.kept(row)).list();
    }

    Optional<Sealed> sealed(UUID id) {
        return jdbc.sql("""
                select complainant_name, complainant_phone, phone_index, content, request from appeal.appeal where id = :id
                """).param("id", id)
                .query((row, _) -> new Sealed(row.getBytes(1), row.getBytes(2), row.getBytes(3), row.getBytes(4),
                        row.getBytes(5)))
                .optional();
    }

    /** Those of the authority's numbers that are within reach. */
    Set<String> known(Collection<String> authorityNumbers) {
        return new HashSet<>(
                jdbc.sql("select authority_number from appeal.appeal where authority_number = any (:numbers)")
                        .param("numbers", authorityNumbers.toArray(String[]::new))
                        .query((row, _) -> Objects.requireNonNull(row.getString(1))).list());
    }

    private static @Nullable Instant nextReminder(KeptAppeal kept) {
        var period = kept.period();
        return AppealReminders.next(period.from(), period.due(), period.reminded()).map(Reminder::at).orElse(null);
    }
}
