package io.waypost.app.anomaly;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how far the scans have been looked at. */
@Repository
class AnomalyProgressStore {

    private final JdbcClient jdbc;

    AnomalyProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far it is; both are null before the first time. */
    record Progress(@Nullable Long marker, @Nullable Instant at) {}

    Progress now() {
        return progress("select marker, looked_at from anomaly.progress").orElseThrow();
    }

    /** Locks it; empty while another node has it. */
    Optional<Progress> claim() {
        return progress("select marker, looked_at from anomaly.progress for update skip locked");
    }

    void looked(long marker, Instant at) {
        jdbc.sql("update anomaly.progress set marker = :marker, looked_at = :at")
                .param("marker", marker).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private Optional<Progress> progress(String sql) {
        return jdbc.sql(sql).query((row, _) -> {
            var at = row.getObject("looked_at", OffsetDateTime.class);
            return new Progress(row.getObject("marker", Long.class), at == null ? null : at.toInstant());
        }).optional();
    }
}
