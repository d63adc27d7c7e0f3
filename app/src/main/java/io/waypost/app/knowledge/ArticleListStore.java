package io.waypost.app.knowledge;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.search.Words;
import io.waypost.core.knowledge.ArticleAudience;
import io.waypost.core.knowledge.ArticleCategory;
import io.waypost.core.knowledge.ArticleLife.End;
import io.waypost.core.knowledge.ArticleLife.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the list of articles. */
@Repository
class ArticleListStore {

    /** How long before its last day an article is listed as ending. */
    private static final Duration ENDING = Duration.ofDays(30);

    private static final String JOINED = """
            from knowledge.article a
            left join lateral (
                select * from knowledge.version v
                where v.article_id = a.id and v.state = 'APPROVED' and v.from_at <= :now
                order by v.from_at desc, v.version desc limit 1) f on f.until_at is null or f.until_at > :now
            left join lateral (
                select * from knowledge.version v
                where v.article_id = a.id and v.state in ('DRAFT', 'SUBMITTED') and :editing) o on true
            left join lateral (
                select * from knowledge.version v
                where v.article_id = a.id and (:editing or v.state = 'APPROVED') order by v.version desc limit 1) n on true
            where n.version is not null and (:editing or f.version is not null)
              and case coalesce(:state, '')
                  when '' then true
                  when 'IN_FORCE' then f.version is not null
                  when 'ENDING' then f.until_at <= :ending
                  when 'OUT' then f.version is null and o.version is null
                  else o.state = :state end
              and (:category::text is null or coalesce(o.category, f.category, n.category) = :category)
              and (:audience::text is null or coalesce(o.audience, f.audience, n.audience) = :audience)
              and (:unit::text is null or a.unit_code = :unit)
              and (:words::text is null or f.words @@ cast(:words as tsquery) or o.words @@ cast(:words as tsquery)
                  or (f.version is null and n.words @@ cast(:words as tsquery)) or a.number = :number)
            """;

    private final JdbcClient jdbc;

    ArticleListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of the articles; the names are part of the API. */
    enum Which {
        IN_FORCE,
        /** In force, and over within thirty days. */
        ENDING,
        DRAFT,
        SUBMITTED,
        /** Neither in force nor in the making. */
        OUT
    }

    /** Which articles are asked for; null for all. */
    record Filter(@Nullable String words, @Nullable Which which, @Nullable ArticleCategory category,
            @Nullable ArticleAudience audience, @Nullable String unit, boolean editing) {}

    /** An article with what is in force and what is in the making. */
    record Line(KeptArticle article, String title, ArticleCategory category, ArticleAudience audience,
            boolean standard, @Nullable ArticleInForce inForce, @Nullable ArticleMaking making,
            @Nullable ArticleEnded ended) {}

    record ArticleInForce(int version, Instant since, @Nullable Instant until) {}

    record ArticleMaking(int version, State state, String author, Instant madeAt) {}

    record ArticleEnded(int version, End end, Instant at) {}

    /** The newest first, from below that number on. */
    List<Line> list(Filter filter, long below, Instant now, int most) {
        return bound("""
                select a.id, a.number, a.unit_code, a.unit_path, coalesce(f.title, o.title, n.title) as title,
                    coalesce(f.category, o.category, n.category) as category,
                    coalesce(f.audience, o.audience, n.audience) as audience,
                    cast(coalesce(f.body, o.body, n.body) ->> 'standard' as boolean) as standard,
                    f.version as force_version, f.from_at as force_from, f.until_at as force_until,
                    o.version as open_version, o.state as open_state, o.author as open_author, o.made_at as open_made,
                    n.version as newest, n.end_kind, n.ended_at
                """ + JOINED + "and a.number < :below order by a.number desc limit :most", filter, now)
                .param("below", below).param("most", most).query((row, _) -> line(row)).list();
    }

    long count(Filter filter, Instant now) {
        return bound("select count(*) " + JOINED, filter, now).query(Long.class).single();
    }

    private JdbcClient.StatementSpec bound(String sql, Filter filter, Instant now) {
        var typed = filter.words() == null ? "" : filter.words().strip();
        var words = typed.isEmpty() ? null : Words.query(typed).orElse("''");
        return jdbc.sql(sql).param("now", utc(now)).param("ending", utc(now.plus(ENDING)))
                .param("state", filter.which() == null ? null : filter.which().name())
                .param("category", filter.category() == null ? null : filter.category().name())
                .param("audience", filter.audience() == null ? null : filter.audience().name())
                .param("unit", filter.unit()).param("words", words).param("number", number(typed))
                .param("editing", filter.editing());
    }

    /** As it is shown, with a K before it, or without. */
    private static long number(String typed) {
        var digits = typed.startsWith("K") || typed.startsWith("k") ? typed.substring(1) : typed;
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : -1;
    }

    private static Line line(ResultSet row) throws SQLException {
        int force = row.getInt("force_version");
        int open = row.getInt("open_version");
        var end = row.getString("end_kind");
        var since = timeOrNull(row, "force_from");
        return new Line(ArticleStore.article(row), text(row, "title"), ArticleCategory.valueOf(text(row, "category")),
                ArticleAudience.valueOf(text(row, "audience")), row.getBoolean("standard"),
                since == null ? null : new ArticleInForce(force, since, timeOrNull(row, "force_until")),
                open == 0
                        ? null
                        : new ArticleMaking(open, State.valueOf(text(row, "open_state")), text(row, "open_author"),
                                time(row, "open_made")),
                end == null ? null : new ArticleEnded(row.getInt("newest"), End.valueOf(end), time(row, "ended_at")));
    }

    /** How many wait for whom. */
    record ArticleCounts(long inForce, long ending, long drafts, long submitted) {}

    ArticleCounts counts(boolean editing, Instant now) {
        return new ArticleCounts(count(of(Which.IN_FORCE, editing), now), count(of(Which.ENDING, editing), now),
                count(of(Which.DRAFT, editing), now), count(of(Which.SUBMITTED, editing), now));
    }

    private static Filter of(Which which, boolean editing) {
        return new Filter(null, which, null, null, null, editing);
    }
}
