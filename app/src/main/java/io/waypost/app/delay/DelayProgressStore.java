package io.waypost.app.delay;

import io.waypost.app.parcel.Journeys.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on how far learning, judging and telling have come. */
@Repository
class DelayProgressStore {

    private final JdbcClient jdbc;

    DelayProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a round does: first the parcels whose promise is near, then the warnings that are left. */
    enum Step {
        PROMISED,
        WARNED
    }

    /**
     * A round in progress.
     *
     * @param last the last parcel that was looked at; null before the first of the step
     */
    record Round(Instant began, Step step, @Nullable Place last) {}

    /**
     * How far judging is.
     *
     * @param round null between rounds
     * @param judgedAt when the last round that is over began; null before the first
     */
    record Judged(@Nullable Round round, @Nullable Instant judgedAt) {}

    /**
     * How far telling is.
     *
     * @param day whose lists were handed out last; null before the first
     * @param site the last one that was told of that day; null once all were
     */
    record Told(@Nullable LocalDate day, @Nullable String site) {}

    /** When it was last tried to learn, if it ever was. */
    record Learnt(@Nullable Instant at) {}

    Learnt learnt() {
        return jdbc.sql("select learnt_at from delay.learning").query((row, _) -> learnt(row)).single();
    }

    /** Locks it, as the others below; empty while another node has it. */
    Optional<Learnt> claimLearning() {
        return jdbc.sql("select learnt_at from delay.learning for update skip locked").query((row, _) -> learnt(row))
                .optional();
    }

    void learnt(Instant at) {
        jdbc.sql("update delay.learning set learnt_at = :at").param("at", utc(at)).update();
    }

    Judged judged() {
        return jdbc.sql("select * from delay.round").query((row, _) -> judged(row)).single();
    }

    Optional<Judged> claimRound() {
        return jdbc.sql("select * from delay.round for update skip locked").query((row, _) -> judged(row)).optional();
    }

    void round(Round round) {
        var last = round.last();
        jdbc.sql("update delay.round set began = :began, step = :step, at_promise = :promise, at_waybill = :waybill")
                .param("began", utc(round.began())).param("step", round.step().name())
                .param("promise", last == null ? null : utc(last.promisedAt()))
                .param("waybill", last == null ? "" : last.waybill()).update();
    }

    void roundOver(Instant began) {
        jdbc.sql("""
                update delay.round set began = null, step = null, at_promise = null, at_waybill = '', judged_at = :began
                """).param("began", utc(began)).update();
    }

    Told told() {
        return jdbc.sql("select * from delay.telling").query((row, _) -> told(row)).single();
    }

    Optional<Told> claimTelling() {
        return jdbc.sql("select * from delay.telling for update skip locked").query((row, _) -> told(row)).optional();
    }

    void told(LocalDate day, @Nullable String site) {
        jdbc.sql("update delay.telling set day = :day, site = :site").param("day", day).param("site", site).update();
    }

    private static Learnt learnt(ResultSet row) throws SQLException {
        return new Learnt(instant(row, "learnt_at"));
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(row.getObject("day", LocalDate.class), row.getString("site"));
    }

    private static Judged judged(ResultSet row) throws SQLException {
        var began = instant(row, "began");
        return new Judged(began == null ? null : new Round(began, Step.valueOf(row.getString("step")), place(row)),
                instant(row, "judged_at"));
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        var waybill = row.getString("at_waybill");
        var promise = instant(row, "at_promise");
        return waybill.isEmpty() ? null : new Place(promise == null ? Instant.EPOCH : promise, waybill);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
