package io.waypost.app.partner;

import io.waypost.app.kernel.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on partners' endpoints. */
@Repository
class WebhookStore {

    private static final String SECRET = "partner.webhook.secret";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    WebhookStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** An endpoint as something is sent to it. */
    record Target(UUID keyId, String url, List<String> secrets) {

        @Override
        public String toString() {
            return "Target[…]";
        }
    }

    void insert(Webhook webhook, String secret) {
        jdbc.sql("""
                insert into partner.webhook (id, key_id, url, events, enabled, secret, created_at, created_by)
                values (:id, :key, :url, :events, true, :secret, :at, :by)
                """)
                .param("id", webhook.id())
                .param("key", webhook.keyId())
                .param("url", webhook.url())
                .param("events", webhook.events().toArray(String[]::new))
                .param("secret", personalData.seal(SECRET, secret))
                .param("at", webhook.createdAt().atOffset(ZoneOffset.UTC))
                .param("by", webhook.createdBy())
                .update();
    }

    List<Webhook> list(UUID keyId) {
        return jdbc.sql("select * from partner.webhook where key_id = :key and removed_at is null order by id")
                .param("key", keyId).query((row, _) -> webhook(row)).list();
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql("select * from partner.webhook where id = :id and removed_at is null")
                .param("id", id).query((row, _) -> webhook(row)).optional();
    }

    /** The enabled endpoints of the partner that are told of it. */
    List<UUID> subscribed(UUID keyId, String event) {
        return jdbc.sql("""
                select id from partner.webhook
                where key_id = :key and removed_at is null and enabled and :event = any (events) order by id
                """).param("key", keyId).param("event", event).query((row, _) -> row.getObject(1, UUID.class)).list();
    }

    Optional<Target> target(UUID id, Instant now) {
        return jdbc.sql("""
                select key_id, url, secret, previous_secret, previous_until from partner.webhook
                where id = :id and removed_at is null and enabled
                """).param("id", id).query((row, _) -> target(row, now)).optional();
    }

    void change(UUID id, String url, List<String> events, boolean enabled) {
        jdbc.sql("""
                update partner.webhook set url = :url, events = :events, enabled = :enabled, disabled_code = null where id = :id
                """)
                .param("id", id).param("url", url).param("events", events.toArray(String[]::new))
                .param("enabled", enabled).update();
    }

    boolean disable(UUID id, String code) {
        return jdbc.sql("""
                update partner.webhook set enabled = false, disabled_code = :code where id = :id and enabled
                """).param("id", id).param("code", code).update() == 1;
    }

    void remove(UUID id, Instant at) {
        jdbc.sql("update partner.webhook set removed_at = :at, enabled = false where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).update();
    }

    void rotate(UUID id, String secret, Instant previousUntil) {
        jdbc.sql("""
                update partner.webhook set previous_secret = secret, previous_until = :until, secret = :secret where id = :id
                """)
                .param("id", id).param("until", previousUntil.atOffset(ZoneOffset.UTC))
                .param("secret", personalData.seal(SECRET, secret)).update();
    }

    private Target target(ResultSet row, Instant now) throws SQLException {
        var secrets = new ArrayList<String>();
        secrets.add(open(row.getBytes("secret")));
        var until = CredentialStore.instantOrNull(row, "previous_until");
        if (until != null && now.isBefore(until)) {
            secrets.add(open(row.getBytes("previous_secret")));
        }
        return new Target(row.getObject("key_id", UUID.class), row.getString("url"), secrets);
    }

    private String open(byte @Nullable [] sealed) {
        return Objects.requireNonNull(personalData.open(SECRET, sealed));
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getObject("key_id", UUID.class),
                row.getString("url"),
                Arrays.asList((String[]) row.getArray("events").getArray()),
                row.getBoolean("enabled"),
                row.getString("disabled_code"),
                CredentialStore.instantOrNull(row, "previous_until"),
                CredentialStore.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
