package io.waypost.app.claim;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.idOrNull;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.claim.KeptClaim.ClaimChannel;
import io.waypost.app.claim.KeptClaim.Claimant;
import io.waypost.app.claim.KeptClaim.Money;
import io.waypost.app.claim.KeptClaim.Place;
import io.waypost.app.claim.KeptClaim.Talk;
import io.waypost.app.claim.KeptClaim.Times;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.money.Payee;
import io.waypost.app.parcel.Consignments.Consignment;
import io.waypost.core.claim.Assessment;
import io.waypost.core.claim.ClaimFacts;
import io.waypost.core.settlement.Settlement;
import io.waypost.core.settlement.SettlementState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of claims themselves; their personal data is in {@link ClaimantStore}. */
@Repository
class CaseStore {

    static final String ALL = """
            id, number, waybill, state, state_since, channel, claimant_role, goods, facts, assessment, book_version, entered_by, proposed_by,
            proposed_fen, decided_by, counters, reviewed, answer, counter_fen, payee_way, payouts, quick, unit_code, unit_path, unit_paths, handler_id,
            handler_name, applied_at, agreed_at, paid_at, ended_at, statutory_at, due_at, overdue, version""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What was said of a case, and what the calculator took it to be: one JSON document of each claim. */
    record KeptFacts(CaseFacts what, @Nullable ClaimFacts taken) {}

    /** The facts of a past claim. */
    record PastFacts(String number, ClaimFacts facts) {}

    long running() {
        return jdbc.sql("select nextval('claim.running')").query((row, _) -> row.getLong(1)).single();
    }

    /** {@code parcel} is what it is about: by its product and the place where it was sent claims are counted. */
    void add(KeptClaim claim, Consignment parcel) {
        jdbc.sql("""
                insert into claim.claim (id, number, waybill, kind, state, state_since, channel, claimant_role, goods, facts, entered_by,
                    unit_code, unit_path, unit_paths, product, origin_code, version)
                values (:id, :number, :waybill, :kind, :state, :since, :channel, :role, :goods, cast(:facts as jsonb), :enteredBy,
                    :unit, :path, :paths, :product, :origin, 1)
                """)
                .param("id", claim.id()).param("number", claim.number()).param("waybill", claim.waybill())
                .param("kind", claim.what().kind().name()).param("state", claim.settlement().state().name())
                .param("since", utc(claim.times().since())).param("channel", claim.claimant().channel().name())
                .param("role", claim.claimant().isSender() ? "SENDER" : "RECIPIENT").param("goods", claim.goods())
                .param("facts", json.writeValueAsString(new KeptFacts(claim.what(), null)))
                .param("enteredBy", claim.settlement().enteredBy()).param("unit", claim.place().unitCode())
                .param("path", claim.place().unitPath())
                .param("paths", claim.place().unitPaths().toArray(String[]::new))
                .param("product", parcel.product()).param("origin", parcel.originSite()).update();
    }

    Optional<KeptClaim> find(UUID id) {
        return jdbc.sql("select %s from claim.claim where id = :id".formatted(ALL)).param("id", id)
                .query((row, _) -> claim(row)).optional();
    }

    Optional<KeptClaim> lock(UUID id) {
        return jdbc.sql("select %s from claim.claim where id = :id for update".formatted(ALL)).param("id", id)
                .query((row, _) -> claim(row)).optional();
    }

    Optional<KeptClaim> lockByNumber(String number) {
        return jdbc.sql("select %s from claim.claim where number = :number for update".formatted(ALL))
                .param("number", number).query((row, _) -> claim(row)).optional();
    }

    /** Those that the rest of the statement, made of fixed texts, asks for. */
    List<KeptClaim> list(String rest, Map<String, @Nullable Object> parameters) {
        return jdbc.sql("select %s from claim.claim %s".formatted(ALL, rest)).params(parameters)
                .query((row, _) -> claim(row)).list();
    }

    List<KeptClaim> ofWaybill(String waybill) {
        return jdbc.sql("select %s from claim.claim where waybill = :waybill order by id desc".formatted(ALL))
                .param("waybill", waybill).query((row, _) -> claim(row)).list();
    }

    /** Writes what a step changed; {@code taken} is what the calculator saw, null to leave it. */
    void update(KeptClaim claim, @Nullable ClaimFacts taken) {
        jdbc.sql("""
                update claim.claim
                set kind = :kind, state = :state, state_since = :since, goods = :goods,
                    facts = jsonb_build_object('what', cast(:what as jsonb), 'taken', coalesce(cast(:taken as jsonb), facts -> 'taken')),
                    assessment = cast(:assessment as jsonb), book_version = :book, owed_fen = :owed, entered_by = :enteredBy,
                    proposed_by = :proposedBy,
                    proposed_fen = :proposed, decided_by = :decidedBy, counters = :counters, reviewed = :reviewed, answer = :answer,
                    counter_fen = :counter, payouts = :payouts, quick = :quick, handler_id = :handler,
                    handler_name = :handlerName, applied_at = :applied, agreed_at = :agreed, paid_at = :paid, ended_at = :ended,
                    statutory_at = :statutory, due_at = :due, overdue = :overdue, version = version + 1
                where id = :id
                """).params(changing(claim)).param("taken", taken == null ? null : json.writeValueAsString(taken))
                .update();
    }

    private Map<String, @Nullable Object> changing(KeptClaim claim) {
        var values = new HashMap<String, @Nullable Object>();
        var settlement = claim.settlement();
        var times = claim.times();
        var handler = claim.place().handler();
        values.put("id", claim.id());
        values.put("kind", claim.what().kind().name());
        values.put("state", settlement.state().name());
        values.put("since", utc(times.since()));
        values.put("goods", claim.goods());
        values.put("what", json.writeValueAsString(claim.what()));
        values.put("assessment", claim.assessment() == null ? null : json.writeValueAsString(claim.assessment()));
        values.put("book", claim.bookVersion());
        values.put("owed", claim.owedFen());
        values.put("enteredBy", settlement.enteredBy());
        values.put("proposedBy", settlement.proposedBy());
        values.put("proposed", settlement.proposedFen());
        values.put("decidedBy", settlement.decidedBy());
        values.put("counters", settlement.counters());
        values.put("reviewed", settlement.reviewed());
        values.put("answer", claim.talk().answer());
        values.put("counter", claim.talk().counterFen());
        values.put("payouts", claim.money().payouts());
        values.put("quick", claim.money().isQuick());
        values.put("handler", handler == null ? null : handler.id());
        values.put("handlerName", handler == null ? null : handler.name());
        values.put("applied", utc(times.appliedAt()));
        values.put("agreed", utc(times.agreedAt()));
        values.put("paid", utc(times.paidAt()));
        values.put("ended", utc(times.endedAt()));
        values.put("statutory", utc(times.statutoryAt()));
        values.put("due", utc(times.dueAt()));
        values.put("overdue", times.overdue());
        return values;
    }

    /** When the next deadline passes that nobody was told of. */
    Optional<Instant> nextDue() {
        return jdbc.sql("select min(due_at) from claim.claim where due_at is not null and not overdue")
                .query((row, _) -> Optional.ofNullable(timeOrNull(row, "min"))).single();
    }

    List<KeptClaim> claimDue(Instant now, int most) {
        return jdbc.sql("""
                select %s from claim.claim where due_at <= :now and not overdue order by due_at limit :most for update skip locked
                """.formatted(ALL)).param("now", utc(now)).param("most", most).query((row, _) -> claim(row)).list();
    }

    void overdue(UUID id) {
        jdbc.sql("update claim.claim set overdue = true where id = :id").param("id", id).update();
    }

    /** What was claimed since then and could be computed, the newest first. */
    List<PastFacts> facts(Instant since, int most) {
        return jdbc.sql("""
                select number, facts -> 'taken' as taken from claim.claim
                where applied_at >= :since and facts -> 'taken' <> 'null' order by applied_at desc limit :most
                """).param("since", utc(since)).param("most", most)
                .query((row, _) -> new PastFacts(text(row, "number"),
                        json.readValue(text(row, "taken"), ClaimFacts.class)))
                .list();
    }

    void moveUnits(String from, String to) {
        jdbc.sql("""
                update claim.claim
                set unit_path = case when starts_with(unit_path, :from) then :to || substr(unit_path, length(:from) + 1) else unit_path end,
                    unit_paths = (select array_agg(case when starts_with(path, :from) then :to || substr(path, length(:from) + 1)
                    else path end) from unnest(unit_paths) path)
                where exists (select 1 from unnest(unit_paths) path where starts_with(path, :from))
                """).param("from", from).param("to", to).update();
    }

    private KeptClaim claim(ResultSet row) throws SQLException {
        var assessment = row.getString("assessment");
        var handler = idOrNull(row, "handler_id");
        var way = row.getString("payee_way");
        var facts = json.readValue(text(row, "facts"), KeptFacts.class);
        return new KeptClaim(id(row, "id"), text(row, "number"), text(row, "waybill"),
                new Claimant(ClaimChannel.valueOf(text(row, "channel")), "SENDER".equals(text(row, "claimant_role"))),
                text(row, "goods"), facts.what(),
                assessment == null ? null : json.readValue(assessment, Assessment.class),
                row.getObject("book_version", Integer.class), settlement(row),
                new Talk(row.getString("answer"), row.getObject("counter_fen", Long.class)),
                new Money(way == null ? null : Payee.Way.valueOf(way), row.getInt("payouts"), row.getBoolean("quick")),
                new Place(text(row, "unit_code"), text(row, "unit_path"),
                        Set.of((String[]) Objects.requireNonNull(row.getArray("unit_paths")).getArray()),
                        handler == null ? null : new PersonRef(handler, text(row, "handler_name"))),
                new Times(time(row, "state_since"), timeOrNull(row, "applied_at"), timeOrNull(row, "agreed_at"),
                        timeOrNull(row, "paid_at"), timeOrNull(row, "ended_at"), timeOrNull(row, "statutory_at"),
                        timeOrNull(row, "due_at"), row.getBoolean("overdue")),
                row.getInt("version"));
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        return new Settlement(SettlementState.valueOf(text(row, "state")), idOrNull(row, "entered_by"),
                idOrNull(row, "proposed_by"), row.getLong("proposed_fen"), idOrNull(row, "decided_by"),
                row.getInt("counters"), row.getBoolean("reviewed"));
    }
}
