package io.waypost.app.email;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of watched mailboxes: who watches each, how far it was read, and what was taken. */
@Repository
class MailboxStore {

    /** How long a node that has died keeps a mailbox from the others. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private final JdbcClient jdbc;

    MailboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far a mailbox was read.
     *
     * @param era how often its mails were numbered anew
     * @param validity of the numbers; null before the first look
     */
    record Reached(String place, int era, @Nullable Long validity, long uid, Instant since) {}

    /** Takes the mailbox for that node; false where another one has it. */
    boolean claim(String account, UUID owner, Instant now) {
        return jdbc.sql("""
                insert into email.mailbox as m (account, since, owner, lease_until) values (:account, :now, :owner, :until)
                on conflict (account) do update set owner = :owner, lease_until = :until
                    where m.owner is null or m.owner = :owner or m.lease_until <= :now
                """).param("account", account).param("owner", owner).param("now", utc(now))
                .param("until", utc(now.plus(LEASE))).update() == 1;
    }

    /** Keeps it; false where it is no longer that node's. */
    boolean renew(String account, UUID owner, Instant now) {
        return jdbc.sql("update email.mailbox set lease_until = :until where account = :account and owner = :owner")
                .param("until", utc(now.plus(LEASE))).param("account", account).param("owner", owner).update() == 1;
    }

    void release(String account, UUID owner) {
        jdbc.sql("""
                update email.mailbox set owner = null, lease_until = null where account = :account and owner = :owner
                """).param("account", account).param("owner", owner).update();
    }

    Reached reached(String account) {
        return jdbc.sql("select place, era, uid_validity, max_uid, since from email.mailbox where account = :account")
                .param("account", account).query((row, _) -> reached(row)).single();
    }

    /** The mails are numbered anew, or are others; false where the mailbox is no longer that node's. */
    boolean restart(String account, UUID owner, String place, long validity) {
        return jdbc.sql("""
                update email.mailbox set era = case when uid_validity is null then era else era + 1 end,
                    place = :place, uid_validity = :validity, max_uid = 0
                where account = :account and owner = :owner
                """).param("place", place).param("validity", validity).param("account", account)
                .param("owner", owner).update() == 1;
    }

    /** Everything up to that mail was taken; false where the mailbox is no longer that node's. */
    boolean advance(String account, UUID owner, long uid, Instant now) {
        return jdbc.sql("""
                update email.mailbox set max_uid = greatest(max_uid, :uid), lease_until = :until
                where account = :account and owner = :owner
                """).param("uid", uid).param("until", utc(now.plus(LEASE))).param("account", account)
                .param("owner", owner).update() == 1;
    }

    /** Writes down what was taken; false where it was taken before. */
    boolean see(String account, byte[] fingerprint) {
        return jdbc.sql("""
                insert into email.seen (account, fingerprint) values (:account, :fingerprint) on conflict do nothing
                """).param("account", account).param("fingerprint", fingerprint).update() == 1;
    }

    void looked(String account, UUID owner, Instant now) {
        jdbc.sql("""
                update email.mailbox set looked_at = :now, trouble = null where account = :account and owner = :owner
                """).param("now", utc(now)).param("account", account).param("owner", owner).update();
    }

    void trouble(String account, UUID owner, String words) {
        jdbc.sql("update email.mailbox set trouble = :words where account = :account and owner = :owner")
                .param("words", words).param("account", account).param("owner", owner).update();
    }

    Optional<String> trouble(String account) {
        return jdbc.sql("select trouble from email.mailbox where account = :account and trouble is not null")
                .param("account", account).query(String.class).optional();
    }

    private static Reached reached(ResultSet row) throws SQLException {
        var validity = row.getLong("uid_validity");
        return new Reached(text(row, "place"), row.getInt("era"), row.wasNull() ? null : validity,
                row.getLong("max_uid"), time(row, "since"));
    }
}
