package io.waypost.app.identity;

import io.waypost.app.kernel.Rows;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of which sessions live. */
@Repository
class SessionNumbers implements LivingSessions {

    private final JdbcClient jdbc;
    private final Clock wall;

    SessionNumbers(JdbcClient jdbc, @Qualifier("wallClock") Clock wall) {
        this.jdbc = jdbc;
        this.wall = wall;
    }

    @Override
    public Optional<UUID> number(String id) {
        return jdbc
                .sql("select trim(primary_id)::uuid as number from spring_session where session_id = :id and expiry_time > :now")
                .param("id", id).param("now", wall.instant().toEpochMilli()).query((row, _) -> Rows.id(row, "number"))
                .optional();
    }

    @Override
    public Set<UUID> alive(Collection<UUID> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                        select trim(primary_id)::uuid as number from spring_session where primary_id = any (cast(:numbers as bpchar[])) and expiry_time > :now
                        """).param("numbers", numbers.stream().map(UUID::toString).toArray(String[]::new))
                        .param("now", wall.instant().toEpochMilli()).query((row, _) -> Rows.id(row, "number")).set();
    }
}
