package io.waypost.app.money;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Columns;
import io.waypost.app.money.PayoutStore.KeptPayout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of batches for a bank. */
@Repository
class PayoutBatchStore {

    private final JdbcClient jdbc;
    private final PayoutStore payouts;

    PayoutBatchStore(JdbcClient jdbc, PayoutStore payouts) {
        this.jdbc = jdbc;
        this.payouts = payouts;
    }

    /**
     * A batch.
     *
     * @param open how many of its payouts the bank has not answered yet
     */
    record Batch(UUID id, String number, Instant madeAt, String madeBy, int payouts, long fen,
            @Nullable Instant fetchedAt, @Nullable String fetchedBy, @Nullable Instant closedAt, int open) {}

    /** Payouts that wait for a batch, the oldest first; nobody else takes them. */
    List<KeptPayout> waiting(int most) {
        return jdbc.sql("""
                select p.*, encode(payee, 'hex') as payee_hex from money.payout p
                where gateway = :gateway and batch is null and state = 'TAKEN'
                order by ordered_at, id limit :most for update skip locked
                """).param("gateway", BankFileGateway.NAME).param("most", most)
                .query((row, _) -> payouts.payout(row)).list();
    }

    void add(UUID id, String number, List<KeptPayout> members, Instant at, String by) {
        jdbc.sql("""
                insert into money.batch (id, number, gateway, made_at, made_by, payouts, fen)
                values (:id, :number, :gateway, :at, :by, :payouts, :fen)
                """).param("id", id).param("number", number).param("gateway", BankFileGateway.NAME)
                .param("at", utc(at)).param("by", by).param("payouts", members.size())
                .param("fen", members.stream().mapToLong(KeptPayout::fen).sum()).update();
        jdbc.sql("update money.payout set batch = :batch where id = any (:ids)").param("batch", id)
                .param("ids", Columns.ids(members, KeptPayout::id)).update();
    }

    List<Batch> list(int most) {
        return jdbc.sql(select("order by made_at desc, id desc limit :most")).param("most", most)
                .query((row, _) -> batch(row)).list();
    }

    Optional<Batch> find(UUID id) {
        return jdbc.sql(select("where id = :id")).param("id", id).query((row, _) -> batch(row)).optional();
    }

    /** The payouts of a batch in the order of its file. */
    List<KeptPayout> members(UUID batch) {
        return jdbc.sql("""
                select p.*, encode(payee, 'hex') as payee_hex from money.payout p where batch = :batch order by ordered_at, id
                """).param("batch", batch).query((row, _) -> payouts.payout(row)).list();
    }

    void fetched(UUID id, Instant at, String by) {
        jdbc.sql("update money.batch set fetched_at = :at, fetched_by = :by where id = :id and fetched_at is null")
                .param("id", id).param("at", utc(at)).param("by", by).update();
    }

    /** Closes it where the bank has answered all of it. */
    void close(UUID id, Instant at) {
        jdbc.sql("""
                update money.batch set closed_at = :at
                where id = :id and closed_at is null
                  and not exists (select 1 from money.payout where batch = :id and due_at is not null)
                """).param("id", id).param("at", utc(at)).update();
    }

    private static String select(String which) {
        return """
                select b.*, (select count(*) from money.payout p where p.batch = b.id and p.due_at is not null) as open
                from money.batch b\s""" + which;
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(id(row, "id"), text(row, "number"), time(row, "made_at"), text(row, "made_by"),
                row.getInt("payouts"), row.getLong("fen"), timeOrNull(row, "fetched_at"), row.getString("fetched_by"),
                timeOrNull(row, "closed_at"), row.getInt("open"));
    }
}
