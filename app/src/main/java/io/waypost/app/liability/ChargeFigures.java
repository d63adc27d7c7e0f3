package io.waypost.app.liability;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What units were charged in a time, as things stand now (责任件统计). */
@Repository
class ChargeFigures {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Network network;

    ChargeFigures(JdbcClient jdbc, Network network) {
        this.jdbc = jdbc;
        this.network = network;
    }

    /**
     * The figures of a unit.
     *
     * @param charges in how many it bears something
     * @param counted the same, a shared one as a half (按 0.5 计)
     * @param provisionalFen what it bears in those that are not over
     * @param finalFen what it bears in those that are
     * @param appeals how often it appealed
     * @param won how many of those it won
     */
    record Figure(UnitRef unit, long charges, double counted, long provisionalFen, long finalFen, long appeals,
            long won) {}

    /**
     * All of them, those that bear most first.
     *
     * @param undecided claims that a person still has to decide; the headquarters' alone, else zero
     */
    record Figures(UnitRef unit, LocalDate from, LocalDate to, List<Figure> units, long undecided) {}

    /** Of claims that were judged from the first day to the last, both in Beijing. */
    @Transactional(readOnly = true)
    public Figures of(@Nullable String unitCode, Days days) {
        var unit = network.reached(unitCode);
        var figures = jdbc.sql("""
                with judged as (
                    select id, state, ending from liability.charge where judged_at >= :from and judged_at < :until
                ), borne as (
                    select b.unit_code, count(*) as charges, sum(b.halves) as halves,
                           coalesce(sum(b.fen) filter (where j.state <> 'FINAL'), 0) as provisional,
                           coalesce(sum(b.fen) filter (where j.state = 'FINAL'), 0) as final
                    from liability.burden b join judged j on j.id = b.charge_id
                    where starts_with(b.unit_path, :unit) group by b.unit_code
                ), appealed as (
                    select p.unit_code, count(*) as appeals, count(*) filter (where j.ending in ('MOVED', 'LIFTED')) as won
                    from liability.part p join judged j on j.id = p.charge_id where p.role = 'APPEALED' group by p.unit_code
                )
                select coalesce(b.unit_code, a.unit_code) as unit_code, coalesce(charges, 0) as charges, coalesce(halves, 0) as halves,
                       coalesce(provisional, 0) as provisional, coalesce(final, 0) as final, coalesce(appeals, 0) as appeals,
                       coalesce(won, 0) as won
                from borne b full join appealed a on a.unit_code = b.unit_code
                order by coalesce(provisional, 0) + coalesce(final, 0) desc, 1 limit :most
                """)
                .param("from", utc(days.start())).param("until", utc(days.end())).param("unit", unit.path())
                .param("most", MOST)
                .query((row, _) -> new Figure(network.ref(text(row, "unit_code")), row.getLong("charges"),
                        row.getLong("halves") / 2.0, row.getLong("provisional"), row.getLong("final"),
                        row.getLong("appeals"), row.getLong("won")))
                .list().stream().filter(figure -> within(figure, unit.path())).toList();
        return new Figures(unit.ref(), days.from(), days.to(), figures, undecided());
    }

    /** A unit that appealed and bears nothing any more has no path in the burdens. */
    private boolean within(Figure figure, String path) {
        return figure.charges() > 0
                || network.unit(figure.unit().code()).filter(unit -> unit.path().startsWith(path)).isPresent();
    }

    private long undecided() {
        return jdbc.sql("select count(*) from liability.charge where state = 'UNDECIDED'").query(Long.class).single();
    }
}
