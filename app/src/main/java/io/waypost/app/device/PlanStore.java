package io.waypost.app.device;

import io.waypost.app.device.DevicePlan.Action;
import io.waypost.app.device.DevicePlan.Ended;
import io.waypost.app.device.DevicePlan.Lateness;
import io.waypost.app.identity.PersonRef;
import io.waypost.core.watch.LagHistogram;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of plans. */
@Repository
class PlanStore {

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a scanner, the newest first. */
    List<DevicePlan> of(String device) {
        return jdbc.sql("select * from device.plan where device = :device order by opened_at desc, id desc")
                .param("device", device).query((row, _) -> plan(row)).list();
    }

    /** The newest of each scanner at or below the path that was not withdrawn. */
    List<DevicePlan> newest(String unitPath) {
        return jdbc.sql("""
                select distinct on (p.device) p.* from device.plan p join device.scanner s on s.code = p.device
                where starts_with(s.unit_path, :path) and p.ended_why is distinct from 'WITHDRAWN'
                order by p.device, p.opened_at desc, p.id desc
                """).param("path", unitPath).query((row, _) -> plan(row)).list();
    }

    Optional<DevicePlan> lock(UUID id) {
        return jdbc.sql("select * from device.plan where id = :id for update").param("id", id)
                .query((row, _) -> plan(row)).optional();
    }

    /** Adds it; false where the scanner has an open one. */
    boolean add(DevicePlan plan) {
        return jdbc.sql("""
                insert into device.plan (id, device, action, note, person_id, person_name, due, opened_at, opened_by, slow_before,
                                         before_scans, before_late)
                values (:id, :device, :action, :note, :person, :name, :due, :at, :by, :slow, :scans, :late)
                on conflict (device) where ended_why is null do nothing
                """)
                .param("id", plan.id()).param("device", plan.device()).param("action", plan.action().name())
                .param("note", plan.note()).param("person", plan.person().id()).param("name", plan.person().name())
                .param("due", plan.due()).param("at", plan.openedAt().atOffset(ZoneOffset.UTC))
                .param("by", plan.openedBy()).param("slow", plan.slowBefore()).param("scans", plan.before().scans())
                .param("late", plan.before().lateShare()).update() == 1;
    }

    void change(UUID id, Action action, String note, PersonRef person, LocalDate due) {
        jdbc.sql("""
                update device.plan set action = :action, note = :note, person_id = :person, person_name = :name, due = :due,
                    version = version + 1 where id = :id
                """)
                .param("action", action.name()).param("note", note).param("person", person.id())
                .param("name", person.name()).param("due", due).param("id", id).update();
    }

    void end(UUID id, Ended why, @Nullable Lateness after, Instant at, String by) {
        jdbc.sql("""
                update device.plan set ended_at = :at, ended_by = :by, ended_why = :why, after_scans = :scans, after_late = :late,
                    version = version + 1 where id = :id and ended_why is null
                """)
                .param("at", at.atOffset(ZoneOffset.UTC)).param("by", by).param("why", why.name())
                .param("scans", after == null ? null : after.scans())
                .param("late", after == null ? null : after.lateShare()).param("id", id).update();
    }

    /** The open ones of those scanners, locked. */
    List<DevicePlan> lockOpen(Collection<String> devices) {
        return jdbc.sql(
                "select * from device.plan where device = any (:devices) and ended_why is null order by id for update")
                .param("devices", devices.toArray(String[]::new)).query((row, _) -> plan(row)).list();
    }

    /** By scanner: whole hours since its open plan was made, and since the instant, the newest first. Only where it was slow before. */
    Map<String, List<LagHistogram>> hoursOfOpen(Instant since) {
        var hours = new LinkedHashMap<String, List<LagHistogram>>();
        jdbc.sql("""
                select device, hour, %s as counts
                from (select l.* from device.plan p
                      join device.lag l on l.device = p.device and l.hour >= greatest(p.opened_at, :since)
                      where p.ended_why is null and p.slow_before) as later
                group by device, hour order by device, hour desc
                """.formatted(LagStore.SUMS))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Map.entry(row.getString("device"), LagStore.counts(row)))
                .list().forEach(hour -> hours.computeIfAbsent(hour.getKey(), _ -> new ArrayList<>())
                        .add(hour.getValue()));
        return hours;
    }

    private static DevicePlan plan(ResultSet row) throws SQLException {
        var why = row.getString("ended_why");
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var scans = row.getObject("after_scans", Long.class);
        return new DevicePlan(row.getObject("id", UUID.class), row.getString("device"),
                Action.valueOf(row.getString("action")), row.getString("note"),
                new PersonRef(row.getObject("person_id", UUID.class), row.getString("person_name")),
                row.getObject("due", LocalDate.class), row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by"), row.getBoolean("slow_before"),
                new Lateness(row.getLong("before_scans"), row.getObject("before_late", Double.class)),
                ended == null ? null : ended.toInstant(), row.getString("ended_by"),
                why == null ? null : Ended.valueOf(why),
                scans == null ? null : new Lateness(scans, row.getObject("after_late", Double.class)),
                row.getInt("version"));
    }
}
