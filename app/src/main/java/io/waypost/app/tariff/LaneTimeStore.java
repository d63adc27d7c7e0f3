package io.waypost.app.tariff;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Rows;
import io.waypost.core.tariff.LaneHistory;
import io.waypost.core.tariff.LaneTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how long parcels took. */
@Repository
class LaneTimeStore {

    private final JdbcClient jdbc;

    LaneTimeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When it was last learnt, if it ever was. */
    record Learnt(@Nullable Instant at, boolean some) {}

    Learnt learnt() {
        return jdbc.sql("select learnt_at, exists (select 1 from tariff.lane_time) as some from tariff.learning")
                .query((row, _) -> new Learnt(Rows.timeOrNull(row, "learnt_at"), row.getBoolean("some"))).single();
    }

    /** Locks it; false while another node has it. */
    boolean claim() {
        return jdbc.sql("select only_one from tariff.learning for update skip locked").query(Boolean.class).optional()
                .isPresent();
    }

    /** Writes what was learnt over what was known. */
    void replace(List<LaneTime> times, Instant at) {
        jdbc.sql("delete from tariff.lane_time").update();
        jdbc.sql("""
                insert into tariff.lane_time (from_code, to_code, parcels, half_hours, most_hours)
                select * from unnest(cast(:from as text[]), cast(:to as text[]), cast(:parcels as int[]), cast(:half as int[]),
                    cast(:most as int[]))
                """).param("from", times.stream().map(LaneTime::from).toArray(String[]::new))
                .param("to", times.stream().map(LaneTime::to).toArray(String[]::new))
                .param("parcels", times.stream().map(LaneTime::parcels).toArray(Integer[]::new))
                .param("half", times.stream().map(LaneTime::halfHours).toArray(Integer[]::new))
                .param("most", times.stream().map(LaneTime::mostHours).toArray(Integer[]::new)).update();
        jdbc.sql("update tariff.learning set learnt_at = :at").param("at", utc(at)).update();
    }

    Optional<LaneTime> find(LaneHistory.Lane lane) {
        return jdbc.sql("select * from tariff.lane_time where from_code = :from and to_code = :to")
                .param("from", lane.from()).param("to", lane.to())
                .query((row, _) -> new LaneTime(text(row, "from_code"), text(row, "to_code"), row.getInt("parcels"),
                        row.getInt("half_hours"), row.getInt("most_hours")))
                .optional();
    }
}
