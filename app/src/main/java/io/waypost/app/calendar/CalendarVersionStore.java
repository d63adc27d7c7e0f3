package io.waypost.app.calendar;

import io.waypost.app.calendar.CalendarVersion.State;
import io.waypost.core.calendar.CalendarId;
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
import tools.jackson.databind.json.JsonMapper;

/** The SQL by which people change calendars, enter holidays, and say what their units keep. */
@Repository
class CalendarVersionStore {

    private static final String COLUMNS = """
            select code, version, state, effective_from, body, source, author, author_id, created_at, approver, approved_at
            from calendar.version
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CalendarVersionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A calendar's names. */
    record Named(String code, String nameZh, String nameEn) {}

    List<Named> calendars() {
        return jdbc.sql("select code, name_zh, name_en from calendar.calendar order by position, code")
                .query((row, _) -> new Named(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    int nextPosition() {
        return jdbc.sql("select coalesce(max(position), 0) + 10 from calendar.calendar")
                .query((row, _) -> row.getInt(1)).single();
    }

    /** All versions of a calendar, or of all where the code is null, the newest first. */
    List<CalendarVersion> versions(@Nullable String code) {
        return jdbc.sql(COLUMNS + "where :code::text is null or code = :code order by code, version desc")
                .param("code", code)
                .query((row, _) -> version(row))
                .list();
    }

    Optional<CalendarVersion> find(CalendarId id) {
        return jdbc.sql(COLUMNS + "where code = :code and version = :version")
                .param("code", id.code())
                .param("version", id.version())
                .query((row, _) -> version(row))
                .optional();
    }

    void propose(CalendarId id, CalendarBody body, Instant from, String source, String author, @Nullable UUID by,
            Instant at) {
        jdbc.sql("""
                insert into calendar.version (code, version, state, effective_from, body, source, author, author_id, created_at)
                values (:code, :version, 'PROPOSED', :from, :body::jsonb, :source, :author, :by::uuid, :at)
                """)
                .param("code", id.code())
                .param("version", id.version())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("body", json.writeValueAsString(body))
                .param("source", source)
                .param("author", author)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False where it is no proposal any more. */
    boolean approve(CalendarId id, Instant from, String approver, Instant at) {
        return jdbc.sql("""
                update calendar.version set state = 'APPROVED', effective_from = :from, approver = :approver, approved_at = :at
                where code = :code and version = :version and state = 'PROPOSED'
                """)
                .param("code", id.code())
                .param("version", id.version())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("approver", approver)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }

    /** False where it is in force already, or was withdrawn. */
    boolean withdraw(CalendarId id, Instant now) {
        return jdbc.sql("""
                update calendar.version set state = 'WITHDRAWN'
                where code = :code and version = :version
                  and (state = 'PROPOSED' or (state = 'APPROVED' and effective_from > :now))
                """)
                .param("code", id.code())
                .param("version", id.version())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }

    Optional<Instant> nextToAnnounce() {
        return jdbc.sql("""
                select effective_from from calendar.version
                where state = 'APPROVED' and not announced order by effective_from limit 1
                """).query((row, _) -> CalendarStore.instant(row, "effective_from")).optional();
    }

    /** Claims some of those that came into force and says that the others were told. */
    List<CalendarId> announce(Instant now, int atMost) {
        return jdbc.sql("""
                update calendar.version set announced = true
                where (code, version) in (
                    select code, version from calendar.version
                    where state = 'APPROVED' and not announced and effective_from <= :now
                    order by effective_from limit :atMost for update skip locked)
                returning code, version
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("atMost", atMost)
                .query((row, _) -> new CalendarId(row.getString("code"), row.getInt("version")))
                .list();
    }

    void addYear(int year, String text, String author, @Nullable UUID by, Instant at) {
        jdbc.sql("""
                insert into calendar.holiday_year (year, revision, text, author, author_id, entered_at)
                select :year, coalesce(max(revision), 0) + 1, :text, :author, :by::uuid, :at
                from calendar.holiday_year where year = :year
                """)
                .param("year", year)
                .param("text", text)
                .param("author", author)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who entered a year, when. */
    record Entered(int year, String author, Instant at) {}

    List<Entered> entered() {
        return jdbc.sql("""
                select distinct on (year) year, author, entered_at from calendar.holiday_year order by year, revision desc
                """)
                .query((row, _) -> new Entered(row.getInt("year"), row.getString("author"),
                        CalendarStore.instant(row, "entered_at")))
                .list();
    }

    void keep(String unitCode, String unitPath, @Nullable String code, String author, @Nullable UUID by, Instant at) {
        jdbc.sql("""
                insert into calendar.unit_calendar (unit_code, unit_path, since, code, author, author_id)
                values (:unit, :path, :at, :code, :author, :by::uuid)
                on conflict (unit_code, since) do update set code = excluded.code, author = excluded.author,
                    author_id = excluded.author_id
                """)
                .param("unit", unitCode)
                .param("path", unitPath)
                .param("code", code)
                .param("author", author)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update calendar.unit_calendar set unit_path = :new || substr(unit_path, length(:old) + 1)
                where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }

    /** What a unit keeps now by its own choice. */
    record Keeping(String unitCode, String code, Instant since, String author) {}

    /** The units within the transaction's reach that keep a calendar of their own. */
    List<Keeping> keeping() {
        return jdbc.sql("""
                select * from (
                    select distinct on (unit_code) unit_code, unit_path, code, since, author from calendar.unit_calendar
                    order by unit_code, since desc) as newest
                where code is not null
                order by unit_path
                limit 2000
                """)
                .query((row, _) -> new Keeping(row.getString("unit_code"), row.getString("code"),
                        CalendarStore.instant(row, "since"), row.getString("author")))
                .list();
    }

    private CalendarVersion version(ResultSet row) throws SQLException {
        var approved = row.getObject("approved_at", OffsetDateTime.class);
        return new CalendarVersion(
                new CalendarId(row.getString("code"), row.getInt("version")),
                State.valueOf(row.getString("state")),
                CalendarStore.instant(row, "effective_from"),
                json.readValue(row.getString("body"), CalendarBody.class),
                row.getString("source"),
                row.getString("author"),
                row.getObject("author_id", UUID.class),
                CalendarStore.instant(row, "created_at"),
                row.getString("approver"),
                approved == null ? null : approved.toInstant());
    }
}
