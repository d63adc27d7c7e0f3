package io.waypost.app.money;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.PersonalData;
import io.waypost.app.money.Payee.Way;
import io.waypost.core.ledger.Payout;
import io.waypost.core.ledger.PayoutState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of payouts. What is decided about one is decided in {@link PayoutSteps}. */
@Repository
class PayoutStore {

    private static final String SELECT = "select p.*, encode(payee, 'hex') as payee_hex from money.payout p ";
    private static final String ACCOUNT = "money.payout.account";
    private static final String NAME = "money.payout.name";

    private final JdbcClient jdbc;
    private final PersonalData personal;

    PayoutStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /**
     * A payout as it is kept.
     *
     * @param payee to whom; opened
     * @param payeeIndex equal for equal payees, in hexadecimal digits
     */
    record KeptPayout(UUID id, String reference, String claim, long fen, Payee payee, String payeeIndex, String remark,
            String unitPath, String gateway, Instant orderedAt, String orderedBy, Payout payout,
            @Nullable UUID batch) {

        PayoutGateway.Transfer transfer() {
            return new PayoutGateway.Transfer(id, fen, payee, remark);
        }
    }

    /** A line of its history. */
    record PayoutEventRow(Instant at, String by, String event, PayoutState state, @Nullable String detail) {}

    void add(UUID id, PayoutOrder order, String gateway, Payout payout, String by) {
        var payee = order.payee();
        jdbc.sql("""
                insert into money.payout (id, reference, claim, fen, way, account, name, payee, remark, unit_path, gateway,
                    ordered_at, ordered_by, state, due_at, since)
                values (:id, :reference, :claim, :fen, :way, :account, :name, :payee, :remark, :unitPath, :gateway,
                    :at, :by, :state, :dueAt, :at)
                """).param("id", id).param("reference", order.reference()).param("claim", order.claim())
                .param("fen", order.fen()).param("way", payee.way().name())
                .param("account", personal.seal(ACCOUNT, payee.account()))
                .param("name", personal.seal(NAME, payee.name()))
                .param("payee", HexFormat.of().parseHex(payeeIndex(payee))).param("remark", order.remark())
                .param("unitPath", order.unitPath()).param("gateway", gateway).param("at", utc(payout.since()))
                .param("by", by).param("state", payout.state().name()).param("dueAt", utc(payout.dueAt())).update();
    }

    /** Equal for equal payees however their account was typed. */
    String payeeIndex(Payee payee) {
        return HexFormat.of().formatHex(personal.textIndex("money.payee",
                payee.way() + " " + payee.account().replaceAll("[\\s-]", "") + " " + payee.name().strip()));
    }

    Optional<KeptPayout> byReference(String reference) {
        return jdbc.sql(SELECT + "where reference = :reference").param("reference", reference)
                .query((row, _) -> payout(row)).optional();
    }

    Optional<KeptPayout> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query((row, _) -> payout(row)).optional();
    }

    Optional<KeptPayout> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update").param("id", id).query((row, _) -> payout(row))
                .optional();
    }

    /** Locks one that is due; empty where it is not any more, or somebody is at it. */
    Optional<KeptPayout> claim(UUID id, Instant now) {
        return jdbc.sql(SELECT + "where id = :id and due_at <= :now for update skip locked").param("id", id)
                .param("now", utc(now)).query((row, _) -> payout(row)).optional();
    }

    List<UUID> due(Instant now, int most) {
        return jdbc.sql("select id from money.payout where due_at <= :now order by due_at limit :most")
                .param("now", utc(now)).param("most", most).query((row, _) -> id(row, "id")).list();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("select min(due_at) as at from money.payout where due_at is not null")
                .query((row, _) -> Optional.ofNullable(timeOrNull(row, "at"))).single();
    }

    /** What was ordered for the claim and is not booked as on its way. */
    long reserved(String claim) {
        return jdbc.sql("select coalesce(sum(fen), 0) from money.payout where claim = :claim and state = 'ORDERED'")
                .param("claim", claim).query(Long.class).single();
    }

    void save(UUID id, Payout payout) {
        jdbc.sql("""
                update money.payout set state = :state, sends = :sends, refusals = :refusals, asks = :asks,
                    first_sent_at = :firstSentAt, sent_at = :sentAt, due_at = :dueAt, reason = :reason, since = :since
                where id = :id
                """).param("id", id).param("state", payout.state().name()).param("sends", payout.sends())
                .param("refusals", payout.refusals()).param("asks", payout.asks())
                .param("firstSentAt", utc(payout.firstSentAt())).param("sentAt", utc(payout.sentAt()))
                .param("dueAt", utc(payout.dueAt())).param("reason", payout.reason())
                .param("since", utc(payout.since())).update();
    }

    void putOff(UUID id, Instant until) {
        jdbc.sql("update money.payout set due_at = :until where id = :id and due_at is not null").param("id", id)
                .param("until", utc(until)).update();
    }

    /** Writes down that it was ordered. Whoever orders need not reach the unit, so that nothing is read back. */
    void addOrdered(UUID id, Instant at, String by) {
        jdbc.sql("""
                insert into money.payout_event (payout, at, by, event, state) values (:payout, :at, :by, 'Ordered', 'ORDERED')
                """).param("payout", id).param("at", utc(at)).param("by", by).update();
    }

    /** Writes down what happened; its number. */
    long addEvent(UUID id, Instant at, String by, String event, PayoutState state, @Nullable String detail) {
        return jdbc.sql("""
                insert into money.payout_event (payout, at, by, event, state, detail)
                values (:payout, :at, :by, :event, :state, :detail) returning number
                """).param("payout", id).param("at", utc(at)).param("by", by).param("event", event)
                .param("state", state.name()).param("detail", detail).query(Long.class).single();
    }

    List<PayoutEventRow> events(UUID id) {
        return jdbc.sql("select * from money.payout_event where payout = :id order by number limit 500")
                .param("id", id)
                .query((row, _) -> new PayoutEventRow(time(row, "at"), text(row, "by"), text(row, "event"),
                        PayoutState.valueOf(text(row, "state")), row.getString("detail")))
                .list();
    }

    /** The newest first. */
    List<KeptPayout> list(@Nullable PayoutState state, @Nullable String claim, @Nullable Instant beforeAt,
            @Nullable UUID beforeId, int most) {
        return jdbc.sql(SELECT + """
                where (cast(:state as text) is null or state = :state) and (cast(:claim as text) is null or claim = :claim)
                  and (cast(:beforeAt as timestamptz) is null or (ordered_at, id) < (:beforeAt, cast(:beforeId as uuid)))
                order by ordered_at desc, id desc limit :most
                """).param("state", state == null ? null : state.name()).param("claim", claim)
                .param("beforeAt", utc(beforeAt)).param("beforeId", beforeId).param("most", most)
                .query((row, _) -> payout(row)).list();
    }

    KeptPayout payout(ResultSet row) throws SQLException {
        var payee = new Payee(Way.valueOf(text(row, "way")),
                Objects.requireNonNull(personal.open(ACCOUNT, row.getBytes("account"))),
                Objects.requireNonNull(personal.open(NAME, row.getBytes("name"))));
        var payout = new Payout(PayoutState.valueOf(text(row, "state")), row.getInt("sends"), row.getInt("refusals"),
                row.getInt("asks"), timeOrNull(row, "first_sent_at"), timeOrNull(row, "sent_at"),
                timeOrNull(row, "due_at"), row.getString("reason"), time(row, "since"));
        return new KeptPayout(id(row, "id"), text(row, "reference"), text(row, "claim"), row.getLong("fen"), payee,
                text(row, "payee_hex"), text(row, "remark"), text(row, "unit_path"), text(row, "gateway"),
                time(row, "ordered_at"), text(row, "ordered_by"), payout, row.getObject("batch", UUID.class));
    }
}
