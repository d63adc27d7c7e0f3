package io.waypost.app.conversation;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Columns;
import io.waypost.core.contact.ContactChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of conversations without their entries. */
@Repository
class ConversationStore {

    private static final String SELECT = """
            select c.id, c.channel, c.account, c.identity_id, i.customer_id, c.unit_path, c.agent_path, c.last_seq, c.read_customer,
                c.read_agent, c.last_text, c.last_author, c.last_at, c.version
            from conversation.conversation c join conversation.identity i on i.id = c.identity_id
            """;

    private final JdbcClient jdbc;

    ConversationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a batch adds to one conversation. */
    record Growth(UUID conversation, long last, long readByCustomer, long readByAgent, @Nullable String text,
            @Nullable String author, Instant at) {}

    /** The conversation of that identity there, made by whoever comes first; it goes along where the account is another desk's now. */
    UUID open(UUID fresh, UUID identity, ContactChannel channel, String account, String unitPath, Instant now) {
        jdbc.sql("""
                insert into conversation.conversation (id, channel, account, identity_id, unit_path, since)
                values (:id, :channel, :account, :identity, :unitPath, :now)
                on conflict (identity_id, channel, account) do update
                    set unit_path = excluded.unit_path, version = conversation.version + 1
                    where conversation.unit_path <> excluded.unit_path
                """)
                .param("id", fresh).param("channel", channel.name()).param("account", account)
                .param("identity", identity).param("unitPath", unitPath).param("now", utc(now)).update();
        return jdbc.sql("""
                select id from conversation.conversation
                where identity_id = :identity and channel = :channel and account = :account
                """).param("identity", identity).param("channel", channel.name()).param("account", account)
                .query(UUID.class).single();
    }

    /** Locks those conversations, in one order for all; the numbers of their last entries. Ids that there are not are missing. */
    Map<UUID, Long> lock(Collection<UUID> ids) {
        var last = new HashMap<UUID, Long>();
        jdbc.sql("""
                select id, last_seq from conversation.conversation where id = any(cast(:ids as uuid[])) order by id for update
                """).param("ids", Columns.ids(ids, id -> id))
                .query(row -> {
                    last.put(id(row, "id"), row.getLong("last_seq"));
                });
        return last;
    }

    /** Writes what has been added; whoever writes has read what came before. */
    void grow(Collection<Growth> growths) {
        jdbc.sql("""
                update conversation.conversation c
                set last_seq = g.last, read_customer = greatest(c.read_customer, g.customer),
                    read_agent = greatest(c.read_agent, g.agent), last_text = coalesce(g.text, c.last_text),
                    last_author = coalesce(g.author, c.last_author), version = c.version + 1,
                    last_at = case when g.text is null then c.last_at else timestamptz 'epoch' + g.at * interval '1 microsecond' end
                from unnest(cast(:ids as uuid[]), cast(:lasts as bigint[]), cast(:customers as bigint[]),
                    cast(:agents as bigint[]), cast(:texts as text[]), cast(:authors as text[]), cast(:ats as bigint[]))
                    as g (id, last, customer, agent, text, author, at)
                where c.id = g.id
                """)
                .param("ids", Columns.ids(growths, Growth::conversation))
                .param("lasts", Columns.longs(growths, Growth::last))
                .param("customers", Columns.longs(growths, Growth::readByCustomer))
                .param("agents", Columns.longs(growths, Growth::readByAgent))
                .param("texts", Columns.texts(growths, Growth::text))
                .param("authors", Columns.texts(growths, Growth::author))
                .param("ats", Columns.instants(growths, Growth::at)).update();
    }

    List<Conversation> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where c.id = any(cast(:ids as uuid[])) order by c.id")
                        .param("ids", Columns.ids(ids, id -> id)).query((row, _) -> conversation(row)).list();
    }

    Optional<Conversation> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id").param("id", id).query((row, _) -> conversation(row)).optional();
    }

    List<Conversation> of(UUID identity) {
        return jdbc.sql(SELECT + "where c.identity_id = :identity order by c.last_at desc nulls last, c.id")
                .param("identity", identity).query((row, _) -> conversation(row)).list();
    }

    /** The numbers of the last entries. */
    Map<UUID, Long> last(Collection<UUID> ids) {
        var last = new HashMap<UUID, Long>();
        jdbc.sql("select id, last_seq from conversation.conversation where id = any(cast(:ids as uuid[]))")
                .param("ids", Columns.ids(ids, id -> id)).query(row -> {
                    last.put(id(row, "id"), row.getLong("last_seq"));
                });
        return last;
    }

    /** Reading never goes back, nor beyond the last entry; false where nothing is new. */
    boolean read(UUID id, Reader reader, long seq) {
        var column = reader == Reader.CUSTOMER ? "read_customer" : "read_agent";
        return jdbc.sql("""
                update conversation.conversation set %1$s = least(:seq, last_seq), version = version + 1
                where id = :id and %1$s < least(:seq, last_seq)
                """.formatted(column)).param("seq", seq).param("id", id).update() == 1;
    }

    void hand(UUID id, @Nullable String agentPath) {
        jdbc.sql("update conversation.conversation set agent_path = :path, version = version + 1 where id = :id")
                .param("path", agentPath).param("id", id).update();
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(id(row, "id"), ContactChannel.valueOf(text(row, "channel")), text(row, "account"),
                id(row, "identity_id"), id(row, "customer_id"), text(row, "unit_path"), row.getString("agent_path"),
                row.getLong("last_seq"), row.getLong("read_customer"), row.getLong("read_agent"),
                row.getString("last_text"), row.getString("last_author"), timeOrNull(row, "last_at"),
                row.getLong("version"));
    }
}
