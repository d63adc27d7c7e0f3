package io.waypost.app.bot;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.idOrNull;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.bot.KeptExample.Source;
import io.waypost.app.bot.KeptExample.State;
import io.waypost.core.dialogue.Intent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of examples that people label. */
@Repository
class ExampleStore {

    private final JdbcClient jdbc;

    ExampleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one that waits for its label; of one that is there it is counted that it came again. */
    void propose(KeptExample example) {
        jdbc.sql("""
                insert into bot.example (id, text, source, proposed, state, unit_path, session_id, at)
                values (:id, :text, :source, :proposed, 'OPEN', :unitPath, :session, :at)
                on conflict (md5(text), unit_path) do update set seen = bot.example.seen + 1
                """).param("id", example.id()).param("text", example.text()).param("source", example.source().name())
                .param("proposed", name(example.proposed())).param("unitPath", example.unitPath())
                .param("session", example.session()).param("at", utc(example.at())).update();
    }

    /** Adds one with its label, or labels the one of these words that waits or was left; false where it is taken already. */
    boolean write(KeptExample example) {
        return jdbc.sql("""
                insert into bot.example (id, text, source, state, intent, unit_path, at, by_name, decided_at)
                values (:id, :text, 'WRITTEN', 'TAKEN', :intent, :unitPath, :at, :by, :at)
                on conflict (md5(text), unit_path) do update
                    set state = 'TAKEN', intent = excluded.intent, by_name = excluded.by_name, decided_at = excluded.decided_at
                    where bot.example.state <> 'TAKEN'
                """).param("id", example.id()).param("text", example.text()).param("intent", name(example.intent()))
                .param("unitPath", example.unitPath()).param("at", utc(example.at())).param("by", example.by())
                .update() == 1;
    }

    Optional<KeptExample> lock(UUID id) {
        return jdbc.sql("select * from bot.example where id = :id for update").param("id", id)
                .query((row, _) -> example(row)).optional();
    }

    void decide(UUID id, State state, @Nullable Intent intent, @Nullable String by, @Nullable Instant at) {
        jdbc.sql("""
                update bot.example set state = :state, intent = :intent, by_name = :by, decided_at = :at where id = :id
                """).param("state", state.name()).param("intent", name(intent)).param("by", by).param("at", utc(at))
                .param("id", id).update();
    }

    /** Those that wait, the most frequent first; those that were decided, the newest first. */
    List<KeptExample> list(State state, int offset, int most) {
        var order = state == State.OPEN ? "seen desc, at desc, id" : "decided_at desc, id";
        return jdbc.sql("select * from bot.example where state = :state order by %s offset :offset limit :most"
                .formatted(order)).param("state", state.name()).param("offset", offset).param("most", most)
                .query((row, _) -> example(row)).list();
    }

    long count(State state) {
        return jdbc.sql("select count(*) from bot.example where state = :state").param("state", state.name())
                .query(Long.class).single();
    }

    /** Those of units that moved in the tree go with them. */
    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update bot.example set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }

    Optional<KeptExample> find(String text, String unitPath) {
        return jdbc.sql("select * from bot.example where md5(text) = md5(:text) and unit_path = :unitPath")
                .param("text", text).param("unitPath", unitPath).query((row, _) -> example(row)).optional();
    }

    /** All that teach, always in the same order. */
    List<KeptExample> taken() {
        return jdbc.sql("select * from bot.example where state = 'TAKEN' order by id").query((row, _) -> example(row))
                .list();
    }

    private static KeptExample example(ResultSet row) throws SQLException {
        return new KeptExample(id(row, "id"), text(row, "text"), Source.valueOf(text(row, "source")),
                intent(row.getString("proposed")), row.getInt("seen"), State.valueOf(text(row, "state")),
                intent(row.getString("intent")), text(row, "unit_path"), idOrNull(row, "session_id"), time(row, "at"),
                row.getString("by_name"), timeOrNull(row, "decided_at"));
    }

    private static @Nullable Intent intent(@Nullable String name) {
        return name == null ? null : Intent.valueOf(name);
    }

    private static @Nullable String name(@Nullable Intent intent) {
        return intent == null ? null : intent.name();
    }
}
