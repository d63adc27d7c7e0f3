package io.waypost.app.wechat;

import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.PersonalData;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of windows and quotas. */
@Repository
class WechatReachStore {

    private final JdbcClient jdbc;
    private final PersonalData personal;

    WechatReachStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** Until when somebody may be written to, and how many messages are left. */
    record Reach(Instant until, int messages) {}

    Optional<Reach> find(String account, String openid) {
        return jdbc.sql("select until, messages from wechat.reach where account = :account and openid = :openid")
                .param("account", account).param("openid", index(account, openid))
                .query((row, _) -> new Reach(time(row, "until"), row.getInt("messages"))).optional();
    }

    /** They did something that opens a window; what they did before it is no more (WeChat tells
     * seconds, and of two messages in one the second counts too). A short window never cuts a long one off. */
    void acted(String account, String openid, Instant at, Instant until, int messages) {
        jdbc.sql("""
                insert into wechat.reach as r (account, openid, acted_at, until, messages)
                values (:account, :openid, :at, :until, :messages)
                on conflict (account, openid) do update set acted_at = excluded.acted_at,
                    until = greatest(r.until, excluded.until),
                    messages = case when excluded.until >= r.until then excluded.messages else greatest(r.messages, excluded.messages) end
                where r.acted_at <= excluded.acted_at
                """).param("account", account).param("openid", index(account, openid)).param("at", utc(at))
                .param("until", utc(until)).param("messages", messages).update();
    }

    void used(String account, String openid) {
        jdbc.sql("""
                update wechat.reach set messages = greatest(0, messages - 1) where account = :account and openid = :openid
                """).param("account", account).param("openid", index(account, openid)).update();
    }

    /** WeChat says that nothing is left. */
    void exhausted(String account, String openid) {
        jdbc.sql("update wechat.reach set messages = 0 where account = :account and openid = :openid")
                .param("account", account).param("openid", index(account, openid)).update();
    }

    /** WeChat says that the window is closed, or they have gone. */
    void closed(String account, String openid, Instant now) {
        jdbc.sql("""
                update wechat.reach set until = least(until, :now), messages = 0 where account = :account and openid = :openid
                """).param("now", utc(now)).param("account", account).param("openid", index(account, openid)).update();
    }

    private byte[] index(String account, String openid) {
        return personal.textIndex("wechat.openid", account + " " + openid);
    }
}
