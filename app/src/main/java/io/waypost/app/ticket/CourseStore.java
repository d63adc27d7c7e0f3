package io.waypost.app.ticket;

import io.waypost.core.sop.SopId;
import io.waypost.core.ticket.StageClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The SQL of stages that are over. */
@Repository
class CourseStore {

    private final NamedParameterJdbcTemplate jdbc;
    private final TicketColumns columns;

    CourseStore(NamedParameterJdbcTemplate jdbc, TicketColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /**
     * A stage that is over.
     *
     * @param unitCode whose it was
     */
    record Course(
            UUID id,
            UUID ticketId,
            String kind,
            SopId sop,
            boolean urgent,
            String unitCode,
            String regionCode,
            Instant begunAt,
            Instant endedAt,
            StageClock clock) {}

    void add(List<Course> courses) {
        if (courses.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                insert into ticket.course (id, ticket_id, kind, sop_kind, sop_version, stage, party, urgent, unit_code, region_code,
                                           begun_at, ended_at, clock)
                values (:id, :ticketId, :kind, :sopKind, :sopVersion, :stage, :party, :urgent, :unitCode, :regionCode, :begunAt,
                        :endedAt, cast(:clock as jsonb))
                """, courses.stream().map(this::row).toArray(MapSqlParameterSource[]::new));
    }

    private MapSqlParameterSource row(Course course) {
        return new MapSqlParameterSource()
                .addValue("id", course.id())
                .addValue("ticketId", course.ticketId())
                .addValue("kind", course.kind())
                .addValue("sopKind", course.sop().kind().code())
                .addValue("sopVersion", course.sop().version())
                .addValue("stage", course.clock().stage().name())
                .addValue("party", course.clock().party().name())
                .addValue("urgent", course.urgent())
                .addValue("unitCode", course.unitCode())
                .addValue("regionCode", course.regionCode())
                .addValue("begunAt", TicketStore.utc(course.begunAt()))
                .addValue("endedAt", TicketStore.utc(course.endedAt()))
                .addValue("clock", columns.clock(course.clock()));
    }
}
