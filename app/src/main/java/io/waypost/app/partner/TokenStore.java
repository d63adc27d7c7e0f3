package io.waypost.app.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on access tokens. */
@Repository
class TokenStore {

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Kept(UUID keyId, UUID credentialId, List<String> scopes, Instant expiresAt) {}

    void insert(String hash, Kept token, Instant at) {
        jdbc.sql("insert into partner.token values (:hash, :key, :credential, :scopes, :at, :until)")
                .param("hash", hash)
                .param("key", token.keyId())
                .param("credential", token.credentialId())
                .param("scopes", token.scopes().toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Kept> find(String hash) {
        return jdbc.sql("select key_id, credential_id, scopes, expires_at from partner.token where hash = :hash")
                .param("hash", hash).query((row, _) -> kept(row)).optional();
    }

    int removeExpired(Instant now, int most) {
        return jdbc.sql("""
                delete from partner.token where hash in
                    (select hash from partner.token where expires_at < :now limit :most)
                """).param("now", now.atOffset(ZoneOffset.UTC)).param("most", most).update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getObject("key_id", UUID.class), row.getObject("credential_id", UUID.class),
                Arrays.asList((String[]) row.getArray("scopes").getArray()),
                CredentialStore.instant(row, "expires_at"));
    }
}
