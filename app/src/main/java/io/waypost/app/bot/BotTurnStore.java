package io.waypost.app.bot;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what the bot heard and did. */
@Repository
class BotTurnStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BotTurnStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What the bot heard in one entry, without anybody's phone.
     *
     * @param mood by this entry alone
     * @param free it was written freely, and answered no question of the bot's
     */
    record Heard(List<HeardGuess> guesses, double belonging, String mood, boolean wantsPerson, List<String> waybills,
            @Nullable String from, @Nullable String to, @Nullable Integer weightGrams, @Nullable Long moneyFen,
            boolean free) {}

    /** One meaning it may have. */
    record HeardGuess(String intent, double probability) {}

    /** One thing that the bot looked up, did or said; a name of the dialogue's. */
    record Did(String what, @Nullable String detail) {}

    /** One entry's part in a replay. */
    record KeptTurn(long seq, Instant at, Heard heard, List<Did> did) {}

    void add(UUID session, KeptTurn turn) {
        jdbc.sql("""
                insert into bot.turn (session_id, seq, at, heard, did)
                values (:session, :seq, :at, cast(:heard as jsonb), cast(:did as jsonb))
                """).param("session", session).param("seq", turn.seq()).param("at", utc(turn.at()))
                .param("heard", json.writeValueAsString(turn.heard())).param("did", json.writeValueAsString(turn.did()))
                .update();
    }

    List<KeptTurn> of(UUID session) {
        return jdbc.sql("select * from bot.turn where session_id = :session order by seq").param("session", session)
                .query((row, _) -> new KeptTurn(row.getLong("seq"), time(row, "at"),
                        json.readValue(text(row, "heard"), Heard.class),
                        json.readValue(text(row, "did"), new TypeReference<List<Did>>() {
                        })))
                .list();
    }
}
