package io.waypost.app.liability;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.liability.Shares;
import io.waypost.core.liability.TakenPart;
import io.waypost.core.liability.TakenPart.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of charges themselves, with what each unit bears and who took part. */
@Repository
class ChargeStore {

    private final JdbcClient jdbc;
    private final ChargeColumns columns;
    private final Network network;

    ChargeStore(JdbcClient jdbc, ChargeColumns columns, Network network) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.network = network;
    }

    /** Adds a charge that is to be judged at once; false where the claim has one already. */
    boolean add(KeptCharge kept, Instant due) {
        var paper = kept.paper();
        var terms = kept.liability().terms();
        return jdbc.sql("""
                insert into liability.charge (id, claim, claim_number, waybill, kind, fen, paid_at, state, due_at, evidence_hours,
                    rebuttal_hours, appeal_hours, unit_paths)
                values (:id, :claim, :number, :waybill, :kind, :fen, :paidAt, :state, :dueAt, :evidence, :rebuttal, :appeal, :paths)
                on conflict do nothing
                """)
                .param("id", kept.id()).param("claim", paper.claim()).param("number", paper.number())
                .param("waybill", paper.waybill()).param("kind", paper.kind().name()).param("fen", paper.fen())
                .param("paidAt", utc(paper.paidAt())).param("state", kept.state().name()).param("dueAt", utc(due))
                .param("evidence", (int) terms.evidence().toHours())
                .param("rebuttal", (int) terms.rebuttal().toHours())
                .param("appeal", (int) terms.appeal().toHours())
                .param("paths", kept.unitPaths().toArray(String[]::new))
                .update() == 1;
    }

    Optional<KeptCharge> find(UUID id) {
        return jdbc.sql("select %s from liability.charge where id = :id".formatted(ChargeColumns.ALL)).param("id", id)
                .query(this::kept).optional();
    }

    Optional<KeptCharge> lock(UUID id) {
        return jdbc.sql("select %s from liability.charge where id = :id for update".formatted(ChargeColumns.ALL))
                .param("id", id).query(this::kept).optional();
    }

    /** Writes what a step changed. */
    void update(KeptCharge kept) {
        jdbc.sql("""
                update liability.charge
                set state = :state, ending = :ending, tier = :tier, evidence_until = :evidenceUntil, rebut_until = :rebutUntil,
                    appeal_until = :appealUntil, ended_at = :endedAt, judged_at = :judgedAt, due_at = :dueAt,
                    judgement = cast(:judgement as jsonb), chain = cast(:chain as jsonb), shares = cast(:shares as jsonb),
                    round = :round, booked = :booked, unit_paths = :paths, version = version + 1
                where id = :id
                """).params(columns.changing(kept)).update();
        jdbc.sql("delete from liability.burden where charge_id = :id").param("id", kept.id()).update();
        var shares = kept.liability().shares();
        var fen = Shares.split(shares, kept.paper().fen());
        var halves = Shares.halfCounts(shares);
        Shares.byUnit(shares).forEach((unit, perMille) -> jdbc.sql("""
                insert into liability.burden (charge_id, unit_code, unit_path, per_mille, fen, halves)
                values (:id, :unit, :path, :perMille, :fen, :halves)
                """).param("id", kept.id()).param("unit", unit).param("path", path(unit)).param("perMille", perMille)
                .param("fen", fen.getOrDefault(unit, 0L)).param("halves", halves.get(unit)).update());
    }

    /** Adds those who took part since the charge was read. */
    void addParts(KeptCharge before, KeptCharge after, Instant at) {
        var parts = after.liability().parts();
        parts.subList(before.liability().parts().size(), parts.size()).forEach(part -> jdbc.sql("""
                insert into liability.part (charge_id, person, unit_code, role, at) values (:id, :person, :unit, :role, :at)
                """).param("id", after.id()).param("person", part.person()).param("unit", part.unit())
                .param("role", part.role().name()).param("at", utc(at)).update());
    }

    void postpone(UUID id, Instant until) {
        jdbc.sql("update liability.charge set due_at = :until where id = :id").param("until", utc(until))
                .param("id", id).update();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("select due_at from liability.charge where due_at is not null order by due_at limit 1")
                .query((row, _) -> time(row, "due_at")).optional();
    }

    List<KeptCharge> claimDue(Instant now, int most) {
        return jdbc.sql("""
                select %s from liability.charge where due_at <= :now order by due_at, id limit :most for update skip locked
                """.formatted(ChargeColumns.ALL)).param("now", utc(now)).param("most", most).query(this::kept).list();
    }

    KeptCharge kept(ResultSet row, int number) throws SQLException {
        return columns.kept(row, parts(id(row, "id")));
    }

    private List<TakenPart> parts(UUID charge) {
        return jdbc.sql("select person, unit_code, role from liability.part where charge_id = :id order by number")
                .param("id", charge).query((row, _) -> new TakenPart(id(row, "person"), text(row, "unit_code"),
                        Role.valueOf(text(row, "role"))))
                .list();
    }

    /** A unit that has left the tree is seen by the headquarters alone. */
    private String path(String unit) {
        return network.unit(unit).map(Unit::path).orElse("/");
    }
}
