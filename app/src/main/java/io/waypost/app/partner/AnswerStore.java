package io.waypost.app.partner;

import io.waypost.app.kernel.PersonalData;
import io.waypost.core.partner.RepeatRules;
import io.waypost.core.partner.SignatureRules;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on answers that are kept to be given again, and the locks under which one is made. */
@Repository
class AnswerStore {

    private static final String BODY = "partner.answer.body";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    AnswerStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    record Kept(RepeatRules.Kept rule, int status, @Nullable String location, @Nullable String body) {}

    /** Locks the request until the end of the transaction; false where somebody else works on it right now. */
    boolean tryLock(UUID keyId, String requestKey) {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)").param("lock", lock("request", keyId, requestKey))
                .query(Boolean.class).single();
    }

    /** Waits until nobody else works on the partner's number. */
    void lockExternalId(UUID keyId, String externalId) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) as locked")
                .param("lock", lock("external", keyId, externalId)).query(Integer.class).single();
    }

    Optional<Kept> find(UUID keyId, String requestKey) {
        return jdbc.sql("""
                select fingerprint, until, status, location, body from partner.answer
                where key_id = :key and request_key = :request
                """).param("key", keyId).param("request", requestKey).query((row, _) -> kept(row)).optional();
    }

    void put(UUID keyId, String requestKey, Kept answer, Instant at) {
        jdbc.sql("""
                insert into partner.answer (key_id, request_key, fingerprint, status, location, body, at, until)
                values (:key, :request, :fingerprint, :status, :location, :body, :at, :until)
                on conflict (key_id, request_key) do update
                set fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location,
                    body = excluded.body, at = excluded.at, until = excluded.until
                """)
                .param("key", keyId)
                .param("request", requestKey)
                .param("fingerprint", answer.rule().fingerprint())
                .param("status", answer.status())
                .param("location", answer.location())
                .param("body", personalData.seal(BODY, answer.body()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", answer.rule().until().atOffset(ZoneOffset.UTC))
                .update();
    }

    int removeExpired(Instant now, int most) {
        return jdbc.sql("""
                delete from partner.answer where (key_id, request_key) in
                    (select key_id, request_key from partner.answer where until < :now limit :most)
                """).param("now", now.atOffset(ZoneOffset.UTC)).param("most", most).update();
    }

    private Kept kept(ResultSet row) throws SQLException {
        return new Kept(new RepeatRules.Kept(row.getString("fingerprint"), CredentialStore.instant(row, "until")),
                row.getInt("status"), row.getString("location"), personalData.open(BODY, row.getBytes("body")));
    }

    private static long lock(String what, UUID keyId, String name) {
        var text = "partner %s %s %s".formatted(what, keyId, name);
        return ByteBuffer.wrap(SignatureRules.sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
