package io.waypost.app.outlet;

import static io.waypost.app.outlet.CountProgressStore.instant;
import static io.waypost.app.outlet.CountProgressStore.utc;

import io.waypost.app.identity.PersonRef;
import io.waypost.core.outlet.AbnormalCause;
import io.waypost.core.outlet.AnswerState;
import io.waypost.core.outlet.AnswerStep;
import io.waypost.core.outlet.Deviation;
import io.waypost.core.outlet.Usual;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of abnormalities. */
@Repository
class AbnormalityStore {

    private static final String SELECT = "select * from outlet.abnormality ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AbnormalityStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What somebody said. */
    record Answer(Instant at, String byName, AnswerStep step, @Nullable String note) {}

    /** Adds it; false where one of that site and cause stands already. */
    boolean add(Abnormality one) {
        var responsible = one.responsible();
        return jdbc.sql("""
                insert into outlet.abnormality (id, site, unit_path, cause, raised_at, first_hour, last_hour, value, usual, score, worst,
                    state, responsible_id, responsible_name, responsible_unit, due_at)
                values (:id, :site, :path, :cause, :raisedAt, :hour, :hour, :value, :usual::jsonb, :score, :score,
                    'OPEN', :personId, :personName, :personUnit, :dueAt)
                on conflict (site, cause) where cleared_at is null do nothing
                """)
                .param("id", one.id()).param("site", one.site()).param("path", one.unitPath())
                .param("cause", one.cause().name()).param("raisedAt", utc(one.raisedAt()))
                .param("hour", utc(one.firstHour())).param("value", one.value())
                .param("usual", json.writeValueAsString(one.usual())).param("score", one.score())
                .param("personId", responsible == null ? null : responsible.id())
                .param("personName", responsible == null ? null : responsible.name())
                .param("personUnit", one.responsibleUnit()).param("dueAt", utc(one.dueAt())).update() == 1;
    }

    void goOn(String site, Deviation deviation, Instant hour) {
        jdbc.sql("""
                update outlet.abnormality
                set last_hour = :hour, value = :value, usual = :usual::jsonb, score = :score, worst = greatest(worst, :score)
                where site = :site and cause = :cause and cleared_at is null
                """)
                .param("hour", utc(hour)).param("value", deviation.value())
                .param("usual", json.writeValueAsString(deviation.usual())).param("score", deviation.score())
                .param("site", site).param("cause", deviation.cause().name()).update();
    }

    boolean clear(String site, AbnormalCause cause, Instant at) {
        return jdbc.sql("""
                update outlet.abnormality set cleared_at = :at, version = version + 1
                where site = :site and cause = :cause and cleared_at is null
                """).param("at", utc(at)).param("site", site).param("cause", cause.name()).update() == 1;
    }

    /** Those that nobody took on in time and of which nobody was told yet; marked as told. */
    List<Abnormality> claimOverdue(Instant now) {
        return jdbc.sql("""
                update outlet.abnormality set overdue_at = :now
                where due_at <= :now and state = 'OPEN' and cleared_at is null and overdue_at is null
                returning *
                """).param("now", utc(now)).query((row, _) -> kept(row)).list();
    }

    Optional<Abnormality> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query((row, _) -> kept(row)).optional();
    }

    Optional<Abnormality> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update").param("id", id).query((row, _) -> kept(row)).optional();
    }

    void answered(UUID id, AnswerState state, Instant at) {
        jdbc.sql("""
                update outlet.abnormality
                set state = :state, acknowledged_at = coalesce(acknowledged_at, :at), version = version + 1 where id = :id
                """).param("state", state.name()).param("at", utc(at)).param("id", id).update();
    }

    void say(UUID id, Answer answer) {
        jdbc.sql("""
                insert into outlet.answer (abnormality_id, at, by_name, step, note) values (:id, :at, :by, :step, :note)
                """).param("id", id).param("at", utc(answer.at()))
                .param("by", answer.byName()).param("step", answer.step().name()).param("note", answer.note()).update();
    }

    Map<UUID, List<Answer>> answers(Collection<UUID> ids) {
        var answers = new HashMap<UUID, List<Answer>>();
        jdbc.sql("select * from outlet.answer where abnormality_id = any (:ids) order by seq")
                .param("ids", ids.toArray(UUID[]::new)).query(row -> {
                    answers.computeIfAbsent(row.getObject("abnormality_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Answer(Objects.requireNonNull(instant(row, "at")), row.getString("by_name"),
                                    AnswerStep.valueOf(row.getString("step")), row.getString("note")));
                });
        return answers;
    }

    /** All that stand and are not settled at or below the path. */
    List<Abnormality> standing(String unitPath) {
        return jdbc.sql(SELECT + "where cleared_at is null and state <> 'SETTLED' and starts_with(unit_path, :path)")
                .param("path", unitPath).query((row, _) -> kept(row)).list();
    }

    /** What is over or settled, the newest first. */
    List<Abnormality> past(String unitPath, @Nullable Instant raisedBefore, @Nullable UUID idBefore, int most) {
        return jdbc.sql(SELECT + """
                where (cleared_at is not null or state = 'SETTLED') and starts_with(unit_path, :path)
                  and (cast(:at as timestamptz) is null or (raised_at, id) < (:at, cast(:id as uuid)))
                order by raised_at desc, id desc limit :most
                """).param("path", unitPath).param("at", raisedBefore == null ? null : utc(raisedBefore))
                .param("id", idBefore).param("most", most).query((row, _) -> kept(row)).list();
    }

    List<Abnormality> ofSite(String site, int most) {
        return jdbc.sql(SELECT + "where site = :site order by raised_at desc, id desc limit :most")
                .param("site", site).param("most", most).query((row, _) -> kept(row)).list();
    }

    void moveUnits(String oldPrefix, String newPrefix) {
        for (var table : List.of("outlet.abnormality", "outlet.site")) {
            jdbc.sql(
                    "update %s set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)"
                            .formatted(table))
                    .param("new", newPrefix).param("old", oldPrefix).update();
        }
    }

    private Abnormality kept(ResultSet row) throws SQLException {
        var person = row.getObject("responsible_id", UUID.class);
        return new Abnormality(row.getObject("id", UUID.class), row.getString("site"), row.getString("unit_path"),
                AbnormalCause.valueOf(row.getString("cause")), time(row, "raised_at"), time(row, "first_hour"),
                time(row, "last_hour"), row.getDouble("value"), json.readValue(row.getString("usual"), Usual.class),
                row.getDouble("score"), row.getDouble("worst"), instant(row, "cleared_at"),
                AnswerState.valueOf(row.getString("state")),
                person == null ? null : new PersonRef(person, row.getString("responsible_name")),
                row.getString("responsible_unit"), time(row, "due_at"), instant(row, "overdue_at"),
                instant(row, "acknowledged_at"), row.getInt("version"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }
}
