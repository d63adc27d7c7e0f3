package io.waypost.app.outlet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on how far counting and judging have come. */
@Repository
class CountProgressStore {

    private final JdbcClient jdbc;

    CountProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far it is.
     *
     * @param marker of the scans that come next, see {@code ScanFeed}; null before the first time, and so are the others
     * @param from since when scans are counted
     * @param at when they were counted last
     * @param judging the hour that is judged next
     * @param site the last of its sites that was judged; empty before the first
     */
    record Progress(@Nullable Long marker, @Nullable Instant from, @Nullable Instant at, @Nullable Instant judging,
            String site) {}

    Progress now() {
        return jdbc.sql("select * from outlet.progress").query((row, _) -> progress(row)).single();
    }

    /** Locks it; empty while another node has it. */
    Optional<Progress> claim() {
        return jdbc.sql("select * from outlet.progress for update skip locked").query((row, _) -> progress(row))
                .optional();
    }

    /** Locks it, however long another has it: two that add to the sums at once could wait for each other. */
    void await() {
        jdbc.sql("select only_one from outlet.progress for update").query(Boolean.class).single();
    }

    void begin(long marker, Instant now, Instant judging) {
        jdbc.sql(
                "update outlet.progress set marker = :marker, counted_from = :now, counted_at = :now, judging = :judging")
                .param("marker", marker).param("now", utc(now)).param("judging", utc(judging)).update();
    }

    void counted(long marker, Instant at) {
        jdbc.sql("update outlet.progress set marker = :marker, counted_at = :at")
                .param("marker", marker).param("at", utc(at)).update();
    }

    void judged(Instant hour, String site) {
        jdbc.sql("update outlet.progress set judging = :hour, judged_site = :site")
                .param("hour", utc(hour)).param("site", site).update();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(row.getObject("marker", Long.class), instant(row, "counted_from"),
                instant(row, "counted_at"), instant(row, "judging"), row.getString("judged_site"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
