package io.waypost.app.stream;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on parcels that were picked out of the stream, and those that are to be. */
@Repository
class PickStore {

    private final JdbcClient jdbc;

    PickStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A parcel to pick, and when the scan arrived that has to be among those told; null if none has to. */
    record Asked(long parcel, @Nullable Instant news) {}

    List<Long> picked() {
        return jdbc.sql("select parcel from stream.picked").query((row, _) -> row.getLong("parcel")).list();
    }

    boolean isPicked(long parcel) {
        return jdbc.sql("select exists (select 1 from stream.picked where parcel = :parcel)").param("parcel", parcel)
                .query(Boolean.class).single();
    }

    void pick(Collection<Long> parcels, Instant now) {
        jdbc.sql(
                "insert into stream.picked (parcel, at) select unnest(:parcels::bigint[]), :now on conflict do nothing")
                .param("parcels", parcels.toArray(Long[]::new)).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    void ask(Collection<Long> parcels, Instant now) {
        jdbc.sql(
                "insert into stream.to_pick (parcel, due) select unnest(:parcels::bigint[]), :now on conflict do nothing")
                .param("parcels", parcels.toArray(Long[]::new)).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /**
     * Asks for one of which there is news.
     *
     * @param news when the scan arrived that has to be among those told; null if none has to
     */
    void ask(long parcel, @Nullable Instant news, Instant now) {
        jdbc.sql("""
                insert into stream.to_pick (parcel, due, news) values (:parcel, :now, :news)
                on conflict (parcel) do update set due = excluded.due, news = greatest(to_pick.news, excluded.news)
                """)
                .param("parcel", parcel).param("now", now.atOffset(ZoneOffset.UTC))
                .param("news", news == null ? null : news.atOffset(ZoneOffset.UTC)).update();
    }

    /** The platform was away: what was scanned meanwhile may be in the log only. */
    void askAgain(Instant now) {
        jdbc.sql(
                "insert into stream.to_pick (parcel, due) select parcel, :now from stream.picked on conflict do nothing")
                .param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<Instant> earliest() {
        return first("select min(due) from stream.to_pick");
    }

    private Optional<Instant> first(String sql) {
        return jdbc.sql(sql).query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)).single();
    }

    List<Asked> claim(Instant now, int most) {
        return jdbc.sql(
                "select parcel, news from stream.to_pick where due <= :now order by due limit :most for update skip locked")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("most", most)
                .query((row, _) -> {
                    var news = row.getObject("news", OffsetDateTime.class);
                    return new Asked(row.getLong("parcel"), news == null ? null : news.toInstant());
                }).list();
    }

    void done(long parcel) {
        jdbc.sql("delete from stream.to_pick where parcel = :parcel").param("parcel", parcel).update();
    }

    void postpone(long parcel, Instant until) {
        jdbc.sql("update stream.to_pick set due = :until where parcel = :parcel").param("parcel", parcel)
                .param("until", until.atOffset(ZoneOffset.UTC)).update();
    }

    long toPick() {
        return jdbc.sql("select count(*) from stream.to_pick").query(Long.class).single();
    }

    Optional<Instant> earliestPicked() {
        return first("select min(at) from stream.picked");
    }

    /** Some of those picked before that instant, the oldest first. */
    List<Long> pickedBefore(Instant instant, int most) {
        return jdbc.sql("select parcel from stream.picked where at < :instant order by at limit :most")
                .param("instant", instant.atOffset(ZoneOffset.UTC)).param("most", most)
                .query((row, _) -> row.getLong("parcel")).list();
    }

    void renew(Collection<Long> parcels, Instant now) {
        jdbc.sql("update stream.picked set at = :now where parcel = any (:parcels)")
                .param("parcels", parcels.toArray(Long[]::new)).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    void forget(Collection<Long> parcels) {
        jdbc.sql("delete from stream.picked where parcel = any (:parcels)")
                .param("parcels", parcels.toArray(Long[]::new)).update();
    }
}
