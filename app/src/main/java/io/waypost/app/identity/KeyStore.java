package io.waypost.app.identity;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on partners' keys. */
@Repository
class KeyStore {

    private static final String SALT = "identity.partner_key.kuaidi100_salt";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    KeyStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** The SHA-256 of a secret; 256 random bits need no slow hash. */
    record Hash(String hex) {

        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    record Kept(PartnerKey key, Hash secretHash) {}

    record NewKey(String name, Set<Permission> permissions, String unitCode, String unitPath, int ratePerMinute,
            String salt, String createdBy, Instant createdAt) {}

    record Row(UUID id, String name, List<String> permissions, String unitCode, int ratePerMinute, Instant createdAt,
            String createdBy, @Nullable Instant lastUsedAt, @Nullable Instant revokedAt) {}

    Optional<Kept> inForce(UUID id) {
        return jdbc.sql("""
                select id, name, permissions, unit_path, rate_per_minute, kuaidi100_salt,
                    encode(secret_hash, 'hex') as secret_hash
                from identity.partner_key
                where id = :id and revoked_at is null
                """).param("id", id).query((row, _) -> kept(row)).optional();
    }

    void insert(BearerKey key, NewKey is) {
        jdbc.sql("""
                insert into identity.partner_key (id, name, permissions, unit_code, unit_path, rate_per_minute, secret_hash,
                    kuaidi100_salt, created_at, created_by)
                values (:id, :name, :permissions, :unitCode, :unitPath, :rate, :hash, :salt, :at, :by)
                """)
                .param("id", key.id())
                .param("name", is.name())
                .param("permissions", is.permissions().stream().map(Permission::code).sorted().toArray(String[]::new))
                .param("unitCode", is.unitCode())
                .param("unitPath", is.unitPath())
                .param("rate", is.ratePerMinute())
                .param("hash", hash(key.secret()).bytes())
                .param("salt", personalData.seal(SALT, is.salt()))
                .param("at", is.createdAt().atOffset(ZoneOffset.UTC))
                .param("by", is.createdBy())
                .update();
    }

    List<Row> list() {
        return jdbc.sql("""
                select id, name, permissions, unit_code, rate_per_minute, created_at, created_by, last_used_at, revoked_at
                from identity.partner_key
                where revoked_at is null
                order by id
                """).query((row, _) -> row(row)).list();
    }

    /** The unit path of the key that was revoked. */
    Optional<String> revoke(UUID id, Instant at) {
        return jdbc.sql("""
                update identity.partner_key set revoked_at = :at where id = :id and revoked_at is null returning unit_path
                """).param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).query(String.class).optional();
    }

    void used(UUID id, Instant at) {
        jdbc.sql("update identity.partner_key set last_used_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update identity.partner_key set unit_path = :new || substr(unit_path, length(:old) + 1)
                where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }

    static Hash hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new Hash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("SHA-256 is missing from this Java.", defect);
        }
    }

    private Kept kept(ResultSet row) throws SQLException {
        var path = row.getString("unit_path");
        var scope = path.equals("/HQ/") ? Scope.EVERYTHING : new Scope(path);
        var salt = personalData.open(SALT, row.getBytes("kuaidi100_salt"));
        if (salt == null) {
            throw new IllegalStateException("A partner key has no salt.");
        }
        var actor = new Actor.Partner(row.getObject("id", UUID.class), row.getString("name"), scope,
                codes(row.getArray("permissions")).stream()
                        .flatMap(code -> Permission.of(code).stream())
                        .collect(Collectors.toSet()));
        return new Kept(new PartnerKey(actor, row.getInt("rate_per_minute"), salt),
                new Hash(row.getString("secret_hash")));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                codes(row.getArray("permissions")),
                row.getString("unit_code"),
                row.getInt("rate_per_minute"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> codes(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
