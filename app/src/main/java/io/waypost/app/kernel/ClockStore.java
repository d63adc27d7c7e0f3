package io.waypost.app.kernel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers where the demonstration's clock stood. */
@Repository
@DependsOnDatabaseInitialization
class ClockStore {

    private final JdbcClient jdbc;

    ClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Saved(Instant shown, double speed) {}

    Optional<Saved> load() {
        return jdbc.sql("select shown, speed from kernel.clock")
                .query((row, _) -> new Saved(row.getObject("shown", OffsetDateTime.class).toInstant(),
                        row.getDouble("speed")))
                .optional();
    }

    void save(Instant shown, double speed) {
        jdbc.sql("""
                insert into kernel.clock (shown, speed) values (:shown, :speed)
                on conflict (only_one) do update set shown = greatest(kernel.clock.shown, excluded.shown), speed = excluded.speed
                """).param("shown", shown.atOffset(ZoneOffset.UTC)).param("speed", speed).update();
    }
}
