package io.waypost.app.money;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.idOrNull;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Ids;
import io.waypost.app.money.PayoutStore.KeptPayout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what does not agree. */
@Repository
class DifferenceStore {

    private final JdbcClient jdbc;

    DifferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What does not agree (差异类型). */
    enum Kind {
        /** The statement has a payment that we never ordered. */
        MISSING_HERE,
        /** We have it as paid, or do not know, and the statement does not have it. */
        MISSING_THERE,
        AMOUNT_DIFFERS,
        /** The statement has the same key more than once. */
        PAID_TWICE,
        /** It counts as failed and was paid all the same. */
        PAID_AFTER_FAILURE,
        /** It counts as paid and the gateway says that it was not, or that it came back (退票). */
        FAILED_AFTER_PAYMENT
    }

    /** How far the settling is. */
    enum State {
        OPEN,
        /** One person has said what is right; another must say so too. */
        PROPOSED,
        SETTLED,
        /** It went away by itself. */
        CLEARED
    }

    /** What is right. */
    enum Verdict {
        /** The payout was paid. */
        PAID,
        /** The payout was not paid. */
        NOT_PAID,
        /** The payout stays as it is. */
        NOTED
    }

    /**
     * A difference.
     *
     * @param fenHere what we have; null for nothing
     * @param fenThere what the gateway has; null for nothing
     * @param proposer who proposed the verdict
     */
    record Difference(UUID id, String gateway, Kind kind, String key, LocalDate day, @Nullable UUID payout,
            @Nullable Long fenHere, @Nullable Long fenThere, Instant foundAt, State state, @Nullable Verdict verdict,
            @Nullable String words, @Nullable String proposedBy, @Nullable UUID proposer, @Nullable String settledBy,
            @Nullable Instant settledAt) {

        /** The larger of the two amounts. */
        long fen() {
            return Math.max(fenHere == null ? 0 : fenHere, fenThere == null ? 0 : fenThere);
        }
    }

    /** One that is about a payout and was found outside of a statement. */
    void add(KeptPayout kept, Kind kind, @Nullable Long there, Instant now) {
        add(kept.gateway(), kind, PayoutKey.of(kept.id()), Days.of(now), kept.id(), kept.fen(), there, now);
    }

    /** Adds it, unless it is known; whether it was not. */
    boolean add(String gateway, Kind kind, String key, LocalDate day, @Nullable UUID payout, @Nullable Long here,
            @Nullable Long there, Instant now) {
        return jdbc.sql("""
                insert into money.difference (id, gateway, kind, key, day, payout, fen_here, fen_there, found_at, state)
                values (:id, :gateway, :kind, :key, :day, :payout, :here, :there, :now, 'OPEN')
                on conflict (gateway, kind, key) do nothing
                """).param("id", Ids.next(now)).param("gateway", gateway).param("kind", kind.name()).param("key", key)
                .param("day", day).param("payout", payout).param("here", here).param("there", there)
                .param("now", utc(now)).update() == 1;
    }

    /** Clears those of one gateway that have gone away: the statement has it by now, or it was not paid and counts as failed. */
    int clear(String gateway, Instant now) {
        return jdbc.sql("""
                update money.difference d set state = 'CLEARED', settled_at = :now
                where d.gateway = :gateway and d.kind = 'MISSING_THERE' and d.state in ('OPEN', 'PROPOSED')
                  and (exists (select 1 from money.statement_line l
                               where l.gateway = d.gateway and l.key = d.key and l.fen = d.fen_here)
                       or exists (select 1 from money.payout p where p.id = d.payout and p.state = 'FAILED'))
                """).param("gateway", gateway).param("now", utc(now)).update();
    }

    Optional<Difference> lock(UUID id) {
        return jdbc.sql("select * from money.difference where id = :id for update").param("id", id)
                .query((row, _) -> difference(row)).optional();
    }

    Optional<Difference> find(UUID id) {
        return jdbc.sql("select * from money.difference where id = :id").param("id", id)
                .query((row, _) -> difference(row)).optional();
    }

    void propose(UUID id, Verdict verdict, String words, String by, @Nullable UUID proposer) {
        jdbc.sql("""
                update money.difference set state = 'PROPOSED', verdict = :verdict, words = :words, proposed_by = :by,
                    proposer = :proposer
                where id = :id
                """).param("id", id).param("verdict", verdict.name()).param("words", words).param("by", by)
                .param("proposer", proposer).update();
    }

    void settle(UUID id, Verdict verdict, String words, String by, Instant at) {
        jdbc.sql("""
                update money.difference set state = 'SETTLED', verdict = :verdict, words = :words, settled_by = :by, settled_at = :at
                where id = :id
                """).param("id", id).param("verdict", verdict.name()).param("words", words).param("by", by)
                .param("at", utc(at)).update();
    }

    /** The newest first. */
    List<Difference> list(@Nullable Boolean open, @Nullable Instant beforeAt, @Nullable UUID beforeId, int most) {
        return jdbc.sql("""
                select * from money.difference
                where (cast(:open as boolean) is null or (state in ('OPEN', 'PROPOSED')) = :open)
                  and (cast(:beforeAt as timestamptz) is null or (found_at, id) < (:beforeAt, cast(:beforeId as uuid)))
                order by found_at desc, id desc limit :most
                """).param("open", open).param("beforeAt", utc(beforeAt)).param("beforeId", beforeId)
                .param("most", most).query((row, _) -> difference(row)).list();
    }

    private static Difference difference(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        return new Difference(id(row, "id"), text(row, "gateway"), Kind.valueOf(text(row, "kind")), text(row, "key"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)), idOrNull(row, "payout"),
                row.getObject("fen_here", Long.class), row.getObject("fen_there", Long.class), time(row, "found_at"),
                State.valueOf(text(row, "state")), verdict == null ? null : Verdict.valueOf(verdict),
                row.getString("words"), row.getString("proposed_by"), idOrNull(row, "proposer"),
                row.getString("settled_by"), timeOrNull(row, "settled_at"));
    }
}
