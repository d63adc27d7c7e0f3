package io.waypost.app.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on whose log the stream is. */
@Repository
class HostStore {

    private final JdbcClient jdbc;

    HostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the stream for that engine unless another has it; gives back whose it is. */
    UUID claim(UUID engine, Instant now) {
        jdbc.sql("insert into stream.host (engine, opened_at) values (:engine, :now) on conflict do nothing")
                .param("engine", engine).param("now", now.atOffset(ZoneOffset.UTC)).update();
        return jdbc.sql("select engine from stream.host").query(UUID.class).single();
    }

    /** Whether an engine has the stream of this installation. */
    boolean claimed() {
        return jdbc.sql("select exists (select 1 from stream.host)").query(Boolean.class).single();
    }

    /** Up to which frame of the engine's log its scans are counted. */
    long counted(UUID engine) {
        return jdbc.sql("select counted from stream.host where engine = :engine").param("engine", engine)
                .query(Long.class).single();
    }

    /** The same, locked until the end of the transaction. */
    long lockCounted(UUID engine) {
        return jdbc.sql("select counted from stream.host where engine = :engine for update").param("engine", engine)
                .query(Long.class).single();
    }

    void counted(UUID engine, long upTo) {
        jdbc.sql("update stream.host set counted = :upTo where engine = :engine").param("upTo", upTo)
                .param("engine", engine).update();
    }
}
