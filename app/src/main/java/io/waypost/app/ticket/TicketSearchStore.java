package io.waypost.app.ticket;

import io.waypost.app.kernel.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The SQL of the text index of tickets. */
@Repository
class TicketSearchStore {

    private final JdbcClient jdbc;

    TicketSearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A text cut into words. */
    record Row(UUID id, UUID ticketId, String kind, Instant at, String words) {}

    /** A text that was found. */
    record Hit(UUID id, UUID ticketId, String kind, Instant at, double rank) {}

    /** A text from before there was an index. */
    record Old(long seq, TicketWords.Text text) {}

    /** A stretch of old texts to be cut. */
    record Stretch(String source, long done, long until) {}

    void add(Collection<Row> rows) {
        jdbc.sql("""
                insert into ticket.search (id, ticket_id, kind, at, words, tags)
                select n.id, n.ticket_id, n.kind, n.at, cast(n.words as tsvector),
                       ticket.search_places(t.place_path)
                from (select id, ticket_id, kind, timestamptz 'epoch' + at * interval '1 microsecond' as at, words
                      from unnest(:ids::uuid[], :tickets::uuid[], :kinds::text[], :ats::int8[], :words::text[])
                           as u (id, ticket_id, kind, at, words)) as n
                     join ticket.ticket t on t.id = n.ticket_id
                on conflict (id) do nothing
                """)
                .param("ids", Columns.ids(rows, Row::id))
                .param("tickets", Columns.ids(rows, Row::ticketId))
                .param("kinds", Columns.texts(rows, Row::kind))
                .param("ats", Columns.instants(rows, Row::at))
                .param("words", Columns.texts(rows, Row::words))
                .update();
    }

    /**
     * Texts within the reader's reach that the question finds, the best first.
     *
     * @param place the code of the unit at or below which the tickets lie; null for all
     * @param now which month is the newest
     * @param first how many of the newest months are left out
     * @param beyond the number of the first month that is left out again
     * @param most how many texts are looked at of a month; older months are not asked when there are so many
     */
    List<Hit> find(String question, @Nullable String place, Instant now, int first, int beyond, int most) {
        return hits("search_candidates(cast(:question as tsquery), :places, :now, :first, :beyond, :most)")
                .param("question", question).param("places", places(place))
                .param("now", now.atOffset(ZoneOffset.UTC)).param("first", first).param("beyond", beyond)
                .param("most", most)
                .query((row, _) -> hit(row)).list();
    }

    /**
     * The same among the newest texts, which are looked through one by one.
     *
     * @param lookedAt how many texts of the whole network are looked through
     */
    List<Hit> newest(String question, @Nullable String place, int lookedAt, int most) {
        return hits("search_newest(cast(:question as tsquery), :places, :lookedAt, :most)")
                .param("question", question).param("places", places(place))
                .param("lookedAt", lookedAt)
                .param("most", most)
                .query((row, _) -> hit(row)).list();
    }

    /** The same among tickets that the reader sees although they lie elsewhere. */
    List<Hit> findBySight(String question, String low, String high, int most) {
        return hits("""
                search_among(cast(:question as tsquery),
                             array(select ticket_id from ticket.sight where unit_path >= :low and unit_path < :high
                                   order by ticket_id desc limit :most), :most)""")
                .param("question", question).param("low", low).param("high", high).param("most", most)
                .query((row, _) -> hit(row)).list();
    }

    /**
     * Nothing of the running transaction takes longer than that, and its statements are planned for their values: a plan for any reach
     * sorts all that a region sees from elsewhere to take the newest.
     */
    void within(int milliseconds) {
        jdbc.sql("""
                select set_config('statement_timeout', :time, true)
                       || set_config('plan_cache_mode', 'force_custom_plan', true)
                """).param("time", Integer.toString(milliseconds)).query(String.class).single();
    }

    /** Makes the tables of the months' texts until then; returns how many were missing. */
    int months(Instant since, Instant until) {
        return jdbc.sql("select ticket.search_months(:since, :until)").param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC)).query(Integer.class).single();
    }

    boolean unfinished() {
        return jdbc.sql("select exists (select 1 from ticket.search_backfill where done < until)").query(Boolean.class)
                .single();
    }

    Optional<Stretch> claim() {
        return jdbc.sql("""
                select source, done, until from ticket.search_backfill where done < until
                order by source limit 1 for update skip locked
                """).query((row, _) -> new Stretch(row.getString("source"), row.getLong("done"), row.getLong("until")))
                .optional();
    }

    List<Old> old(Stretch stretch, int most) {
        var history = stretch.source().equals("HISTORY");
        return jdbc.sql(history
                ? """
                        select seq, id, ticket_id, what as kind, at, text from ticket.history
                        where seq > :done and seq <= :until order by seq limit :most
                        """
                : """
                        select seq, id, ticket_id, 'ANSWER' as kind, at, remark as text from ticket.answer
                        where seq > :done and seq <= :until order by seq limit :most
                        """)
                .param("done", stretch.done()).param("until", stretch.until()).param("most", most)
                .query((row, _) -> new Old(row.getLong("seq"), new TicketWords.Text(row.getObject("id", UUID.class),
                        row.getObject("ticket_id", UUID.class), row.getString("kind"),
                        TicketColumns.instant(row, "at"), row.getString("text"))))
                .list();
    }

    void advance(Stretch stretch, long done) {
        jdbc.sql("update ticket.search_backfill set done = :done where source = :source")
                .param("done", done).param("source", stretch.source()).update();
    }

    /** What people wrote, by the texts' ids. */
    Map<UUID, String> texts(Collection<UUID> ids) {
        var texts = new HashMap<UUID, String>();
        jdbc.sql("""
                select id, text from ticket.history where id = any (:ids) and text is not null
                union all
                select id, remark from ticket.answer where id = any (:ids)
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    texts.put(row.getObject("id", UUID.class), row.getString("text"));
                });
        return texts;
    }

    /**
     * The best of the texts that one of the functions past row-level security names, read under the policy, which looks up the ticket of
     * each.
     */
    private StatementSpec hits(String candidates) {
        return jdbc.sql("""
                select s.id, s.ticket_id, s.kind, s.at, c.rank
                from (select id, at, rank from ticket.%s order by rank desc, at desc, id limit 100) c
                     join ticket.search s on s.id = c.id
                order by c.rank desc, s.at desc, s.id
                """.formatted(candidates));
    }

    private static String @Nullable [] places(@Nullable String place) {
        return place == null ? null : new String[]{place};
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(row.getObject("id", UUID.class), row.getObject("ticket_id", UUID.class), row.getString("kind"),
                TicketColumns.instant(row, "at"), row.getDouble("rank"));
    }
}
