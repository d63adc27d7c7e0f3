package io.waypost.app.wechat;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.PersonalData;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of tokens. */
@Repository
class WechatTokenStore {

    private static final String TOKEN = "wechat.token";

    private final JdbcClient jdbc;
    private final PersonalData personal;

    WechatTokenStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** A token as it is kept; of another app's id it is of no use. */
    record Kept(String appId, @Nullable String token, @Nullable Instant fetchedAt, @Nullable Instant until) {

        @Override
        public String toString() {
            return "Kept[%s until %s]".formatted(appId, until);
        }
    }

    void ensure(String account, String appId) {
        jdbc.sql("insert into wechat.token (account, app_id) values (:account, :appId) on conflict do nothing")
                .param("account", account).param("appId", appId).update();
    }

    Optional<Kept> find(String account) {
        return jdbc.sql("select * from wechat.token where account = :account").param("account", account)
                .query((row, _) -> kept(row)).optional();
    }

    /** Locks the row; empty where another node has it and {@code wait} is not wanted. */
    Optional<Kept> lock(String account, boolean wait) {
        return jdbc.sql("select * from wechat.token where account = :account for update" + (wait ? "" : " skip locked"))
                .param("account", account).query((row, _) -> kept(row)).optional();
    }

    void put(String account, String appId, String token, Instant fetchedAt, Instant until) {
        jdbc.sql("""
                update wechat.token set app_id = :appId, token = :token, fetched_at = :fetchedAt, until = :until
                where account = :account
                """).param("appId", appId).param("token", personal.seal(TOKEN, token))
                .param("fetchedAt", utc(fetchedAt)).param("until", utc(until)).param("account", account).update();
    }

    private Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Kept(text(row, "app_id"), personal.open(TOKEN, row.getBytes("token")),
                timeOrNull(row, "fetched_at"), timeOrNull(row, "until"));
    }
}
