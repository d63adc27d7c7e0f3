package io.waypost.app.bot;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.core.contact.ContactChannel;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of where the bot receives customers. */
@Repository
class BotReceptionStore {

    private final JdbcClient jdbc;

    BotReceptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A desk's channel; {@code active} where the bot receives. */
    record KeptReception(String unitPath, ContactChannel channel, boolean active, String by, Instant at,
            long version) {}

    List<KeptReception> all() {
        return jdbc.sql("select * from bot.reception order by unit_path, channel")
                .query((row, _) -> new KeptReception(text(row, "unit_path"),
                        ContactChannel.valueOf(text(row, "channel")),
                        row.getBoolean("active"), text(row, "by_name"), time(row, "at"), row.getLong("version")))
                .list();
    }

    /** Keeps it where the version is that of now, 0 for one that is not kept yet; false where somebody was quicker. */
    boolean keep(KeptReception reception) {
        return jdbc.sql("""
                insert into bot.reception (unit_path, channel, active, by_name, at)
                select :unitPath, :channel, :active, :by, :at where :version = 0
                on conflict (unit_path, channel) do nothing
                """).param("unitPath", reception.unitPath()).param("channel", reception.channel().name())
                .param("active", reception.active()).param("by", reception.by()).param("at", utc(reception.at()))
                .param("version", reception.version()).update() == 1
                || jdbc.sql("""
                        update bot.reception set active = :active, by_name = :by, at = :at, version = version + 1
                        where unit_path = :unitPath and channel = :channel and version = :version
                        """).param("unitPath", reception.unitPath()).param("channel", reception.channel().name())
                        .param("active", reception.active()).param("by", reception.by())
                        .param("at", utc(reception.at())).param("version", reception.version()).update() == 1;
    }

    /** Those of units that moved in the tree go with them. */
    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update bot.reception set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }
}
