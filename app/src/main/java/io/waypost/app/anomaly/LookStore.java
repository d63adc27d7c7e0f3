package io.waypost.app.anomaly;

import io.waypost.app.kernel.Columns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the parcels to look at again. */
@Repository
class LookStore {

    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When to look at a parcel again; null for not at all. */
    record Look(String waybill, @Nullable Instant due) {}

    Optional<Instant> earliest() {
        return jdbc.sql("select min(due) as due from anomaly.look").query((row, _) -> {
            var due = row.getObject("due", OffsetDateTime.class);
            return Optional.ofNullable(due == null ? null : due.toInstant());
        }).single();
    }

    /** Takes some that are due and that nobody else works on. */
    List<String> take(Instant now, int most) {
        return jdbc.sql("""
                delete from anomaly.look where waybill in (
                    select waybill from anomaly.look where due <= :now order by due limit :most for update skip locked)
                returning waybill
                """).param("now", now.atOffset(ZoneOffset.UTC)).param("most", most)
                .query((row, _) -> row.getString("waybill")).list();
    }

    /** Sets when to look again at each. */
    void set(Collection<Look> looks) {
        var never = looks.stream().filter(look -> look.due() == null).toList();
        var some = looks.stream().filter(look -> look.due() != null).toList();
        if (!never.isEmpty()) {
            jdbc.sql("delete from anomaly.look where waybill = any (:waybills)")
                    .param("waybills", Columns.texts(never, Look::waybill)).update();
        }
        if (!some.isEmpty()) {
            jdbc.sql("""
                    insert into anomaly.look (waybill, due)
                    select waybill, anomaly.instant(due) from unnest(:waybills::text[], :dues::int8[]) as n (waybill, due)
                    on conflict (waybill) do update set due = excluded.due
                    """).param("waybills", Columns.texts(some, Look::waybill))
                    .param("dues", Columns.instants(some, Look::due)).update();
        }
    }
}
