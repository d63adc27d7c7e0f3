package io.waypost.app.stream;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the parcels whose course may be wrong. */
@Repository
class SuspicionStore {

    private final JdbcClient jdbc;

    SuspicionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the rules are to be asked about a parcel. */
    record Look(long parcel, Instant due) {}

    /** Notes them; one that is to be looked at sooner already stays so. */
    void add(Collection<Look> looks) {
        jdbc.sql("""
                insert into stream.suspected (parcel, due)
                select parcel, to_timestamp(due) from unnest(:parcels::bigint[], :dues::bigint[]) as n (parcel, due)
                on conflict (parcel) do update set due = least(suspected.due, excluded.due)
                """).param("parcels", looks.stream().map(Look::parcel).toArray(Long[]::new))
                .param("dues", looks.stream().map(look -> look.due().getEpochSecond()).toArray(Long[]::new)).update();
    }

    Optional<Instant> earliest() {
        return jdbc.sql("select min(due) from stream.suspected").query((row, _) -> Optional.ofNullable(
                row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant)).single();
    }

    /** Takes some that are due and that nobody else looks at. */
    List<Long> take(Instant now, int most) {
        return jdbc.sql("""
                delete from stream.suspected where parcel in (select parcel from stream.suspected where due <= :now
                    order by due limit :most for update skip locked)
                returning parcel
                """).param("now", now.atOffset(ZoneOffset.UTC)).param("most", most)
                .query((row, _) -> row.getLong("parcel")).list();
    }
}
