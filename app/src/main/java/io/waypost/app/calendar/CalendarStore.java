package io.waypost.app.calendar;

import io.waypost.app.calendar.CalendarPicture.InForce;
import io.waypost.app.calendar.CalendarPicture.Kept;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.HolidayYear;
import io.waypost.core.calendar.Holidays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL by which a node reads everything about calendars into its memory, and by which it knows that something changed. */
@Repository
@DependsOnDatabaseInitialization
class CalendarStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CalendarStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The number that grows with every change. */
    long revision() {
        return jdbc.sql("select number from calendar.revision").query(Long.class).single();
    }

    /** Takes the one lock under which calendars are changed. */
    void lock() {
        jdbc.sql("select number from calendar.revision for update").query(Long.class).single();
    }

    void nextRevision() {
        jdbc.sql("update calendar.revision set number = number + 1").update();
    }

    /** Everything, as the transaction sees it. */
    CalendarPicture picture() {
        return new CalendarPicture(revision(), holidays(), versions(), kept());
    }

    /** The packaged years, and those that people entered, which go before them. */
    private Holidays holidays() {
        var entered = jdbc.sql("select distinct on (year) text from calendar.holiday_year order by year, revision desc")
                .query((row, _) -> row.getString(1)).list();
        var holidays = Holidays.china();
        for (var text : entered) {
            holidays = switch (HolidayYear.read(text)) {
                case HolidayYear.Reading.Read(var year) -> holidays.with(year);
                case HolidayYear.Reading.Unreadable(var flaws) -> throw new IllegalStateException(
                        "A year of holidays that was entered is wrong: " + flaws.getFirst().message());
            };
        }
        return holidays;
    }

    private List<InForce> versions() {
        return jdbc.sql("""
                select code, version, effective_from, body from calendar.version
                where state = 'APPROVED'
                order by code, version
                """).query((row, _) -> inForce(row)).list();
    }

    private List<Kept> kept() {
        return jdbc.sql("select unit_code, since, code from calendar.kept()")
                .query((row, _) -> new Kept(row.getString("unit_code"), instant(row, "since"), row.getString("code")))
                .list();
    }

    private InForce inForce(ResultSet row) throws SQLException {
        var id = new CalendarId(row.getString("code"), row.getInt("version"));
        return new InForce(json.readValue(row.getString("body"), CalendarBody.class).draft(id),
                instant(row, "effective_from"));
    }

    void addCalendar(String code, String nameZh, String nameEn, int position) {
        jdbc.sql("""
                insert into calendar.calendar (code, name_zh, name_en, position)
                values (:code, :nameZh, :nameEn, :position)
                on conflict do nothing
                """)
                .param("code", code)
                .param("nameZh", nameZh)
                .param("nameEn", nameEn)
                .param("position", position)
                .update();
    }

    /** Adds a version that the software brings along; 0 where it is there already. */
    int addPackaged(CalendarId id, CalendarBody body, Instant at) {
        return jdbc.sql("""
                insert into calendar.version (code, version, state, effective_from, body, source, author, created_at, approver,
                                              approved_at, announced)
                values (:code, :version, 'APPROVED', :at, :body::jsonb, 'Waypost', 'Waypost', :at, 'Waypost', :at, true)
                on conflict do nothing
                """)
                .param("code", id.code())
                .param("version", id.version())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("body", json.writeValueAsString(body))
                .update();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
