package io.waypost.app.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on failed sign-ins. Names and addresses are hashed: people type passwords into the wrong field. */
@Repository
class AttemptStore {

    private static final Duration FORGET = Duration.ofDays(1);

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts a try as a failure, before its outcome is known; how many there are now, empty where the subject is locked. */
    Optional<Integer> count(String subject, Instant now) {
        return jdbc.sql("""
                insert into identity.attempt as a (subject, failures, last_at) values (decode(:subject, 'hex'), 1, :now)
                on conflict (subject) do update
                    set failures = case when a.last_at < :forget then 1 else a.failures + 1 end, last_at = :now
                    where a.locked_until is null or a.locked_until <= :now
                returning failures
                """)
                .param("subject", hashed(subject))
                .param("now", utc(now))
                .param("forget", utc(now.minus(FORGET)))
                .query(Integer.class)
                .optional();
    }

    void lock(String subject, Instant until) {
        jdbc.sql("update identity.attempt set locked_until = :until where subject = decode(:subject, 'hex')")
                .param("until", utc(until))
                .param("subject", hashed(subject))
                .update();
    }

    Optional<Instant> lockedUntil(String subject) {
        return jdbc.sql("""
                select locked_until from identity.attempt
                where subject = decode(:subject, 'hex') and locked_until is not null
                """)
                .param("subject", hashed(subject))
                .query((row, _) -> row.getObject("locked_until", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Those of the subjects that are locked now, with the end of the lock. */
    Map<String, Instant> locked(List<String> subjects, Instant now) {
        var byHash = new HashMap<String, String>();
        subjects.forEach(subject -> byHash.put(hashed(subject), subject));
        var locked = new HashMap<String, Instant>();
        jdbc.sql("""
                select encode(subject, 'hex') as hash, locked_until from identity.attempt
                where subject in (select decode(hash, 'hex') from unnest(:hashes::text[]) as h (hash)) and locked_until > :now
                """)
                .param("hashes", byHash.keySet().toArray(String[]::new))
                .param("now", utc(now))
                .query(row -> {
                    locked.put(byHash.getOrDefault(row.getString("hash"), ""),
                            row.getObject("locked_until", OffsetDateTime.class).toInstant());
                });
        return locked;
    }

    /** Takes back one counted try that turned out well. */
    void forgive(String subject) {
        jdbc.sql("""
                update identity.attempt set failures = greatest(failures - 1, 0), locked_until = null
                where subject = decode(:subject, 'hex')
                """).param("subject", hashed(subject)).update();
    }

    void clear(String subject) {
        jdbc.sql("delete from identity.attempt where subject = decode(:subject, 'hex')")
                .param("subject", hashed(subject))
                .update();
    }

    void purge(Instant now) {
        jdbc.sql("delete from identity.attempt where last_at < :forget")
                .param("forget", utc(now.minus(FORGET)))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String hashed(String subject) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("SHA-256 is missing from this Java.", defect);
        }
    }
}
