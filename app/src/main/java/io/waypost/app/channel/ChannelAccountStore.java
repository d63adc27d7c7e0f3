package io.waypost.app.channel;

import static io.waypost.app.kernel.Rows.text;

import io.waypost.app.kernel.PersonalData;
import io.waypost.core.contact.ContactChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of accounts; secrets are sealed. */
@Repository
class ChannelAccountStore {

    private static final String SECRETS = "channel.account.secrets";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final JsonMapper json;

    ChannelAccountStore(JdbcClient jdbc, PersonalData personal, JsonMapper json) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.json = json;
    }

    List<ChannelAccount> all() {
        return jdbc.sql("select * from channel.account order by channel, key").query((row, _) -> account(row)).list();
    }

    Optional<ChannelAccount> find(ContactChannel channel, String key) {
        return jdbc.sql("select * from channel.account where channel = :channel and key = :key")
                .param("channel", channel.name()).param("key", key).query((row, _) -> account(row)).optional();
    }

    /** Adds an account; false where there is one of that key. */
    boolean add(ChannelAccount account) {
        return jdbc.sql("""
                insert into channel.account (channel, key, name, unit_code, unit_path, settings, secrets, active)
                values (:channel, :key, :name, :unitCode, :unitPath, cast(:settings as jsonb), :secrets, :active)
                on conflict (channel, key) do nothing
                """)
                .param("channel", account.channel().name()).param("key", account.key()).param("name", account.name())
                .param("unitCode", account.unitCode()).param("unitPath", account.unitPath())
                .param("settings", json.writeValueAsString(account.settings())).param("secrets", sealed(account))
                .param("active", account.active()).update() == 1;
    }

    /** Writes an account over the one of its version; false where it has been changed meanwhile. */
    boolean change(ChannelAccount account) {
        return jdbc.sql("""
                update channel.account set name = :name, unit_code = :unitCode, unit_path = :unitPath,
                    settings = cast(:settings as jsonb), secrets = :secrets, active = :active, version = version + 1
                where channel = :channel and key = :key and version = :version
                """)
                .param("channel", account.channel().name()).param("key", account.key()).param("name", account.name())
                .param("unitCode", account.unitCode()).param("unitPath", account.unitPath())
                .param("settings", json.writeValueAsString(account.settings())).param("secrets", sealed(account))
                .param("active", account.active()).param("version", account.version()).update() == 1;
    }

    private byte[] sealed(ChannelAccount account) {
        return java.util.Objects.requireNonNull(personal.seal(SECRETS, json.writeValueAsString(account.secrets())));
    }

    private ChannelAccount account(ResultSet row) throws SQLException {
        return new ChannelAccount(ContactChannel.valueOf(text(row, "channel")), text(row, "key"), text(row, "name"),
                text(row, "unit_code"), text(row, "unit_path"), json.readValue(text(row, "settings"), TEXTS),
                json.readValue(
                        java.util.Objects.requireNonNull(personal.open(SECRETS, row.getBytes("secrets"))), TEXTS),
                row.getBoolean("active"), row.getInt("version"));
    }
}
