package io.waypost.app.partner;

import io.waypost.app.kernel.PersonalData;
import io.waypost.app.partner.Credential.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on partners' further secrets. */
@Repository
class CredentialStore {

    private static final String SIGNING = "partner.credential.secret";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    CredentialStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /**
     * A secret that is in force.
     *
     * @param secret the hash of an OAuth2 client's, the signing secret itself else; never to be shown or logged
     */
    record Kept(UUID id, UUID keyId, Kind kind, String secret) {

        @Override
        public String toString() {
            return "Kept[%s]".formatted(id);
        }
    }

    void insert(Credential credential, String secret) {
        boolean signing = credential.kind() == Kind.SIGNING;
        jdbc.sql("""
                insert into partner.credential (id, key_id, kind, name, secret_hash, secret_sealed, created_at, created_by)
                values (:id, :key, :kind, :name, :hash, :sealed, :at, :by)
                """)
                .param("id", credential.id())
                .param("key", credential.keyId())
                .param("kind", credential.kind().name())
                .param("name", credential.name())
                .param("hash", signing ? null : Tokens.hash(secret))
                .param("sealed", signing ? personalData.seal(SIGNING, secret) : null)
                .param("at", credential.createdAt().atOffset(ZoneOffset.UTC))
                .param("by", credential.createdBy())
                .update();
    }

    List<Credential> list(UUID keyId) {
        return jdbc.sql("""
                select id, key_id, kind, name, created_at, created_by, last_used_at from partner.credential
                where key_id = :key and revoked_at is null order by id
                """).param("key", keyId).query((row, _) -> credential(row)).list();
    }

    Optional<Kept> inForce(UUID id) {
        return jdbc.sql("""
                select id, key_id, kind, secret_hash, secret_sealed from partner.credential
                where id = :id and revoked_at is null
                """).param("id", id).query((row, _) -> kept(row)).optional();
    }

    boolean revoke(UUID keyId, UUID id, Instant at) {
        boolean revoked = jdbc.sql("""
                update partner.credential set revoked_at = :at where id = :id and key_id = :key and revoked_at is null
                """).param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).param("key", keyId).update() == 1;
        if (revoked) {
            jdbc.sql("delete from partner.token where credential_id = :id").param("id", id).update();
        }
        return revoked;
    }

    void used(UUID id, Instant at) {
        jdbc.sql("update partner.credential set last_used_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).update();
    }

    /** Remembers the nonce; false where it was seen before. */
    boolean remember(UUID credentialId, String nonce, Instant until) {
        return jdbc.sql("insert into partner.nonce values (:id, :nonce, :until) on conflict do nothing")
                .param("id", credentialId)
                .param("nonce", nonce)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }

    int forgetNonces(Instant now, int most) {
        return jdbc.sql("""
                delete from partner.nonce where (credential_id, nonce) in
                    (select credential_id, nonce from partner.nonce where forget_at < :now limit :most)
                """).param("now", now.atOffset(ZoneOffset.UTC)).param("most", most).update();
    }

    private static Credential credential(ResultSet row) throws SQLException {
        return new Credential(row.getObject("id", UUID.class), row.getObject("key_id", UUID.class),
                Kind.valueOf(row.getString("kind")), row.getString("name"), instant(row, "created_at"),
                row.getString("created_by"), instantOrNull(row, "last_used_at"));
    }

    private Kept kept(ResultSet row) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        var secret = kind == Kind.OAUTH
                ? row.getString("secret_hash")
                : personalData.open(SIGNING, row.getBytes("secret_sealed"));
        if (secret == null) {
            throw new IllegalStateException("A partner's credential has no secret.");
        }
        return new Kept(row.getObject("id", UUID.class), row.getObject("key_id", UUID.class), kind, secret);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
