package io.waypost.app.conversation;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.conversation.Customers.CustomerRef;
import io.waypost.app.conversation.Customers.IdentityView;
import io.waypost.app.conversation.Customers.Way;
import io.waypost.app.kernel.Columns;
import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of customers, their ways, and what was taken together. */
@Repository
class CustomerStore {

    private static final String NAME = "customer.name";
    private static final String VALUE = "customer.identity";

    private final JdbcClient jdbc;
    private final PersonalData personal;

    CustomerStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** A customer as they are kept. */
    record Kept(CustomerRef ref, Instant since, @Nullable UUID mergedInto) {}

    /** Customers that were taken together. */
    record Merge(UUID id, UUID kept, UUID gone, List<UUID> identities, Instant at, String byName, boolean undone) {}

    Optional<Identified> identified(NewIdentity identity) {
        return jdbc.sql("""
                select id, customer_id from conversation.identity
                where kind = :kind and account = :account and value_index = :index
                """).param("kind", identity.kind().name()).param("account", identity.account())
                .param("index", index(identity))
                .query((row, _) -> new Identified(id(row, "id"), id(row, "customer_id"))).optional();
    }

    void add(UUID customer, @Nullable String name, Instant now) {
        jdbc.sql("insert into conversation.customer (id, name, since) values (:id, :name, :now)")
                .param("id", customer).param("name", personal.seal(NAME, name)).param("now", utc(now)).update();
    }

    /** Adds a way; false where somebody else added it meanwhile. */
    boolean add(UUID id, UUID customer, NewIdentity identity, Instant now) {
        return jdbc.sql("""
                insert into conversation.identity (id, customer_id, kind, account, value_index, value, label, since)
                values (:id, :customer, :kind, :account, :index, :value, :label, :now)
                on conflict (kind, account, value_index) do nothing
                """).param("id", id).param("customer", customer).param("kind", identity.kind().name())
                .param("account", identity.account()).param("index", index(identity))
                .param("value", personal.seal(VALUE, identity.value())).param("label", identity.label())
                .param("now", utc(now)).update() == 1;
    }

    Optional<String> address(UUID identity) {
        return jdbc.sql("select value from conversation.identity where id = :id").param("id", identity)
                .query((row, _) -> Objects.requireNonNull(personal.open(VALUE, row.getBytes("value")))).optional();
    }

    void forget(UUID customer) {
        jdbc.sql("delete from conversation.customer where id = :id").param("id", customer).update();
    }

    List<Kept> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select c.id, c.name, c.since, c.merged_into,
                            (select label from conversation.identity i where i.customer_id = c.id order by i.id limit 1) as label
                        from conversation.customer c where c.id = any(cast(:ids as uuid[]))
                        """).param("ids", Columns.ids(ids, id -> id)).query((row, _) -> kept(row)).list();
    }

    Optional<Kept> lock(UUID id) {
        return jdbc.sql("""
                select id, name, since, merged_into, null as label from conversation.customer where id = :id for update
                """).param("id", id).query((row, _) -> kept(row)).optional();
    }

    /** Whether the actor sees a conversation of theirs. */
    boolean seen(UUID customer) {
        return jdbc.sql("""
                select exists (select 1 from conversation.conversation c join conversation.identity i on i.id = c.identity_id
                    where i.customer_id = :customer)
                """).param("customer", customer).query(Boolean.class).single();
    }

    List<IdentityView> identities(UUID customer) {
        return jdbc.sql("select id, kind, label from conversation.identity where customer_id = :id order by id")
                .param("id", customer).query((row, _) -> new IdentityView(id(row, "id"),
                        IdentityKind.valueOf(text(row, "kind")), text(row, "label")))
                .list();
    }

    List<Way> ways(UUID customer) {
        return jdbc
                .sql("select id, kind, account, value from conversation.identity where customer_id = :id order by id")
                .param("id", customer)
                .query((row, _) -> new Way(id(row, "id"), IdentityKind.valueOf(text(row, "kind")),
                        text(row, "account"), Objects.requireNonNull(personal.open(VALUE, row.getBytes("value")))))
                .list();
    }

    void move(Collection<UUID> identities, UUID to) {
        jdbc.sql("update conversation.identity set customer_id = :to where id = any(cast(:ids as uuid[]))")
                .param("to", to).param("ids", Columns.ids(identities, id -> id)).update();
    }

    void mergedInto(UUID gone, @Nullable UUID kept) {
        jdbc.sql("update conversation.customer set merged_into = :kept where id = :gone").param("kept", kept)
                .param("gone", gone).update();
    }

    void add(Merge merge, UUID by) {
        jdbc.sql("""
                insert into conversation.merge (id, kept, gone, identities, at, by_id, by_name)
                values (:id, :kept, :gone, cast(:identities as uuid[]), :at, :by, :name)
                """).param("id", merge.id()).param("kept", merge.kept()).param("gone", merge.gone())
                .param("identities", Columns.ids(merge.identities(), id -> id)).param("at", utc(merge.at()))
                .param("by", by).param("name", merge.byName()).update();
    }

    Optional<Merge> lockMerge(UUID id) {
        return jdbc.sql("select * from conversation.merge where id = :id for update").param("id", id)
                .query((row, _) -> merge(row)).optional();
    }

    /** What was last taken together with that customer and is still. */
    List<Merge> merges(UUID kept) {
        return jdbc.sql(
                "select * from conversation.merge where kept = :kept and undone_at is null order by at desc, id desc")
                .param("kept", kept).query((row, _) -> merge(row)).list();
    }

    void undone(UUID id, Instant at, String by) {
        jdbc.sql("update conversation.merge set undone_at = :at, undone_by = :by where id = :id").param("at", utc(at))
                .param("by", by).param("id", id).update();
    }

    private byte[] index(NewIdentity identity) {
        return personal.textIndex("customer." + identity.kind(), identity.value());
    }

    private Kept kept(ResultSet row) throws SQLException {
        var name = personal.open(NAME, row.getBytes("name"));
        // Whoever has told no name is called by the way on which they came.
        var shown = name == null
                ? Objects.requireNonNullElse(row.getString("label"), "")
                : Objects.requireNonNull(Masked.name(name));
        return new Kept(new CustomerRef(id(row, "id"), shown), time(row, "since"),
                row.getObject("merged_into", UUID.class));
    }

    private static Merge merge(ResultSet row) throws SQLException {
        var identities = (UUID[]) row.getArray("identities").getArray();
        return new Merge(id(row, "id"), id(row, "kept"), id(row, "gone"), List.of(identities), time(row, "at"),
                text(row, "by_name"), row.getObject("undone_at") != null);
    }
}
