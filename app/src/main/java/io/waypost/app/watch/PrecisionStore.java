package io.waypost.app.watch;

import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that holds findings against what became of them, by rule, place and week. */
@Repository
class PrecisionStore {

    private final JdbcClient jdbc;

    PrecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a line of counts is about. */
    enum About {
        ALL,
        STAGE,
        LANE_CLASS,
        PLACE,
        WEEK,
        STAGE_WEEK,
        PLACE_WEEK
    }

    /**
     * Findings counted by what became of them.
     *
     * @param stage null where the line is not about one
     * @param place code of the unit next below the one asked for; empty for what that one answers for itself; null where the line is
     *     not about one
     * @param monday the week they were raised in, Beijing time; null where the line is about all weeks
     */
    record Line(
            About about,
            @Nullable Stage stage,
            @Nullable LaneClass laneClass,
            @Nullable String place,
            @Nullable LocalDate monday,
            Outcomes outcomes) {}

    /**
     * What became of findings.
     *
     * @param undecided neither cleared nor answered
     * @param late wrong: the parcel had been scanned in time, and the scan came late
     * @param unaided wrong: it moved or ended before anybody acted
     * @param excused wrong: it might rest for a reason that was not known
     * @param dismissed wrong: a person settled it without trouble
     */
    record Outcomes(long raised, long right, long wrong, long undecided, long late, long unaided, long excused,
            long dismissed) {}

    /**
     * Counts the findings raised in a span; one pass.
     *
     * @param reach whose findings count, by the beginning of their path
     * @param unitPath the unit whose next lower units are the places
     */
    List<Line> lines(String reach, String unitPath, Instant from, Instant until) {
        return jdbc.sql("""
                select grouping(stage, lane_class, place, monday) as bits, stage, lane_class, place, monday, count(*) as raised,
                       count(*) filter (where verdict = 'RIGHT') as right_ones,
                       count(*) filter (where verdict = 'WRONG') as wrong_ones,
                       count(*) filter (where verdict is null) as undecided,
                       count(*) filter (where verdict = 'WRONG' and cleared_by = 'LATE_UPLOAD') as late,
                       count(*) filter (where verdict = 'WRONG' and cleared_by in ('RESUMED', 'FINISHED')) as unaided,
                       count(*) filter (where verdict = 'WRONG' and cleared_by = 'PAUSED') as excused,
                       count(*) filter (where verdict = 'WRONG' and cleared_by = 'MANUAL') as dismissed
                from (select stage, lane_class, verdict, cleared_by,
                             split_part(substr(unit_path, length(:path) + 1), '/', 1) as place,
                             date_trunc('week', raised_at at time zone 'Asia/Shanghai')::date as monday
                      from watch.finding
                      where raised_at >= :from and raised_at < :until and starts_with(unit_path, :reach)) as f
                group by grouping sets ((), (stage), (stage, lane_class), (place), (monday), (stage, monday), (place, monday))
                order by stage, lane_class, place, monday
                """)
                .param("reach", reach)
                .param("path", unitPath)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var stage = row.getString("stage");
        var laneClass = row.getString("lane_class");
        return new Line(about(row.getInt("bits")), stage == null ? null : Stage.valueOf(stage),
                laneClass == null ? null : LaneClass.valueOf(laneClass), row.getString("place"),
                row.getObject("monday", LocalDate.class),
                new Outcomes(row.getLong("raised"), row.getLong("right_ones"), row.getLong("wrong_ones"),
                        row.getLong("undecided"), row.getLong("late"), row.getLong("unaided"), row.getLong("excused"),
                        row.getLong("dismissed")));
    }

    /** PostgreSQL sets a bit for each column that a line is not about. */
    private static About about(int bits) {
        return switch (bits) {
            case 0b1111 -> About.ALL;
            case 0b0111 -> About.STAGE;
            case 0b0011 -> About.LANE_CLASS;
            case 0b1101 -> About.PLACE;
            case 0b1110 -> About.WEEK;
            case 0b0110 -> About.STAGE_WEEK;
            case 0b1100 -> About.PLACE_WEEK;
            default ->
                throw new IllegalStateException("The grouping %d is not one that was asked for.".formatted(bits));
        };
    }
}
