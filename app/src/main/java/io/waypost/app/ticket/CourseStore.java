package io.waypost.app.ticket;

import io.waypost.core.sop.SopId;
import io.waypost.core.ticket.StageClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of stages that are over. */
@Repository
class CourseStore {

    private final NamedParameterJdbcTemplate jdbc;
    private final JdbcClient template;
    private final TicketColumns columns;

    CourseStore(NamedParameterJdbcTemplate jdbc, JdbcClient template, TicketColumns columns) {
        this.jdbc = jdbc;
        this.template = template;
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

    /** A stage of the past, as a new SOP is tried on it. */
    record Past(UUID id, String kind, boolean urgent, String unitCode, StageClock clock) {}

    /** How many stages of those kinds began in the span; a kind of the first level stands for itself alone. */
    long count(String[] kinds, Instant from, Instant until) {
        return template.sql("""
                select count(*) from ticket.course where kind = any (:kinds) and begun_at >= :from and begun_at < :until
                """)
                .param("kinds", kinds).param("from", TicketStore.utc(from)).param("until", TicketStore.utc(until))
                .query((row, _) -> row.getLong(1)).single();
    }

    List<Past> read(String[] kinds, Instant from, Instant until, UUID after, int most) {
        return template.sql("""
                select id, kind, urgent, unit_code, clock from ticket.course
                where kind = any (:kinds) and begun_at >= :from and begun_at < :until and id > :after
                order by id limit :most
                """)
                .param("kinds", kinds).param("from", TicketStore.utc(from)).param("until", TicketStore.utc(until))
                .param("after", after).param("most", most)
                .query((row, _) -> new Past(row.getObject("id", UUID.class), row.getString("kind"),
                        row.getBoolean("urgent"), row.getString("unit_code"), columns.clock(row.getString("clock"))))
                .list();
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
