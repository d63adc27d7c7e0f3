package io.waypost.app.live;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sessions are still alive, asked for all open pages at once. */
@Repository
class LiveSessions {

    private final JdbcClient jdbc;

    LiveSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> alive(Collection<String> sessions, Instant now) {
        return jdbc.sql("""
                select trim(session_id) from spring_session where session_id = any (:ids) and expiry_time > :now
                """)
                .param("ids", sessions.toArray(String[]::new))
                .param("now", now.toEpochMilli())
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .set();
    }
}
