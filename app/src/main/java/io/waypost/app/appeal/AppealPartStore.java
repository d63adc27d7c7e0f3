package io.waypost.app.appeal;

import io.waypost.app.appeal.AppealView.Asked;
import io.waypost.app.appeal.AppealView.Step;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.network.Network;
import io.waypost.core.appeal.AppealState.Name;
import io.waypost.core.appeal.Liability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what belongs to an appeal: its history, whom it asked, and its replies. */
@Repository
class AppealPartStore {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {
    };
    private static final TypeReference<List<Passed>> TIMELINE = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Network network;

    AppealPartStore(JdbcClient jdbc, JsonMapper json, Network network) {
        this.jdbc = jdbc;
        this.json = json;
        this.network = network;
    }

    /**
     * A scan as it is attached to a reply.
     *
     * @param word what it is called in the reply, in Chinese
     */
    record Passed(Instant at, String type, String word, String site, String siteName) {}

    /** A reply as it is kept. */
    @SuppressWarnings("ArrayRecordComponent")
    record KeptReply(UUID id, int round, Liability liability, byte[] text, List<Passed> timeline, int files, Instant at,
            PersonRef author, @Nullable Instant checkedAt, @Nullable String checkedBy, @Nullable Instant sentAt,
            @Nullable String sentBy, @Nullable String reference) {}

    void log(UUID appealId, UUID id, Instant at, PersonRef by, String what, Name state, @Nullable String text,
            Map<String, ?> data) {
        jdbc.sql("""
                insert into appeal.history (id, appeal_id, at, by_id, by_name, what, state, text, data)
                values (:id, :appealId, :at, :byId, :byName, :what, :state, :text, cast(:data as jsonb))
                """)
                .param("id", id)
                .param("appealId", appealId)
                .param("at", AppealColumns.utc(at))
                .param("byId", by.id())
                .param("byName", by.name())
                .param("what", what)
                .param("state", state.name())
                .param("text", text)
                .param("data", json.writeValueAsString(data))
                .update();
    }

    List<Step> history(UUID appealId) {
        return jdbc.sql("""
                select id, at, by_name, what, state, text, data from appeal.history where appeal_id = :id order by seq
                """).param("id", appealId)
                .query((row, _) -> new Step(row.getObject("id", UUID.class), AppealColumns.instant(row, "at"),
                        row.getString("by_name"), AppealView.What.valueOf(row.getString("what")),
                        Name.valueOf(row.getString("state")), row.getString("text"),
                        json.readValue(row.getString("data"), DATA)))
                .list();
    }

    void ask(UUID appealId, UUID id, String unitCode, String unitPath, String note, Instant at, String by) {
        jdbc.sql("""
                insert into appeal.asked (id, appeal_id, unit_code, unit_path, note, asked_at, asked_by)
                values (:id, :appealId, :unitCode, :unitPath, :note, :at, :by)
                """)
                .param("id", id)
                .param("appealId", appealId)
                .param("unitCode", unitCode)
                .param("unitPath", unitPath)
                .param("note", note)
                .param("at", AppealColumns.utc(at))
                .param("by", by)
                .update();
    }

    List<Asked> asked(UUID appealId) {
        return jdbc.sql("""
                select id, unit_code, unit_path, note, asked_at, asked_by, answer, answered_at, answered_by
                from appeal.asked where appeal_id = :id order by asked_at, id
                """).param("id", appealId)
                .query((row, _) -> new Asked(row.getObject("id", UUID.class), network.ref(row.getString("unit_code")),
                        row.getString("unit_path"), worksIn(row.getString("unit_path")), row.getString("note"),
                        AppealColumns.instant(row, "asked_at"),
                        row.getString("asked_by"), row.getString("answer"),
                        AppealColumns.instantOrNull(row, "answered_at"), row.getString("answered_by")))
                .list();
    }

    private static boolean worksIn(String unitPath) {
        return Acting.current() instanceof Actor.Person person && person.unitPath().startsWith(unitPath);
    }

    void answer(UUID askedId, String answer, Instant at, String by) {
        jdbc.sql("update appeal.asked set answer = :answer, answered_at = :at, answered_by = :by where id = :id")
                .param("answer", answer).param("at", AppealColumns.utc(at)).param("by", by).param("id", askedId)
                .update();
    }

    void reply(UUID appealId, KeptReply reply) {
        jdbc.sql("""
                insert into appeal.reply (id, appeal_id, round, liability, text, timeline, files, at, author_id, author)
                values (:id, :appealId, :round, :liability, :text, cast(:timeline as jsonb), :files, :at, :authorId, :author)
                """)
                .param("id", reply.id())
                .param("appealId", appealId)
                .param("round", reply.round())
                .param("liability", reply.liability().name())
                .param("text", reply.text())
                .param("timeline", json.writeValueAsString(reply.timeline()))
                .param("files", reply.files())
                .param("at", AppealColumns.utc(reply.at()))
                .param("authorId", reply.author().id())
                .param("author", reply.author().name())
                .update();
    }

    /** Marks the newest reply as checked. */
    void checked(UUID appealId, Instant at, String by) {
        jdbc.sql("""
                update appeal.reply set checked_at = :at, checked_by = :by
                where seq = (select max(seq) from appeal.reply where appeal_id = :id)
                """).param("at", AppealColumns.utc(at)).param("by", by).param("id", appealId).update();
    }

    /** Marks the newest reply as sent. */
    void sent(UUID appealId, Instant at, String by, @Nullable String reference) {
        jdbc.sql("""
                update appeal.reply set sent_at = :at, sent_by = :by, reference = :reference
                where seq = (select max(seq) from appeal.reply where appeal_id = :id)
                """).param("at", AppealColumns.utc(at)).param("by", by).param("reference", reference)
                .param("id", appealId).update();
    }

    /** The replies, the newest of each round. */
    List<KeptReply> replies(UUID appealId) {
        return jdbc.sql("""
                select distinct on (round) * from appeal.reply where appeal_id = :id order by round, seq desc
                """).param("id", appealId)
                .query((row, _) -> new KeptReply(row.getObject("id", UUID.class), row.getInt("round"),
                        Liability.valueOf(row.getString("liability")), row.getBytes("text"),
                        json.readValue(row.getString("timeline"), TIMELINE), row.getInt("files"),
                        AppealColumns.instant(row, "at"),
                        new PersonRef(row.getObject("author_id", UUID.class), row.getString("author")),
                        AppealColumns.instantOrNull(row, "checked_at"), row.getString("checked_by"),
                        AppealColumns.instantOrNull(row, "sent_at"), row.getString("sent_by"),
                        row.getString("reference")))
                .list();
    }

    Optional<UUID> openRequest(UUID appealId, String scopePath) {
        return jdbc.sql("""
                select id from appeal.asked
                where appeal_id = :id and answered_at is null and starts_with(unit_path, :scope) order by asked_at, id limit 1
                """).param("id", appealId).param("scope", scopePath)
                .query((row, _) -> row.getObject("id", UUID.class)).optional();
    }
}
