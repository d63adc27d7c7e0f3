package io.waypost.app.bot;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.bot.KeptModel.ModelTerm;
import io.waypost.app.bot.KeptModel.State;
import io.waypost.bot.evaluate.ModelFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what the bot was taught, and of which of it speaks with customers. */
@Repository
class ModelStore {

    private static final String SELECT = """
            select version, state, examples, figures, base, base_figures, worse, asked_by, asked_at, ended_at from bot.model
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ModelStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The version in force; 0 is the packaged one. */
    int inForce() {
        return jdbc.sql("select version from bot.model_term order by seq desc limit 1").query(Integer.class).optional()
                .orElse(0);
    }

    /** Queues another one; empty while one is under way. */
    Optional<Integer> ask(String by, Instant at) {
        // One at a time, so that the numbers have no gap.
        jdbc.sql("lock table bot.model in share row exclusive mode").update();
        return jdbc.sql("""
                insert into bot.model (version, state, asked_by, asked_at)
                select coalesce(max(version), 0) + 1, 'QUEUED', :by, :at from bot.model
                having count(*) filter (where state in ('QUEUED', 'LEARNING')) = 0 returning version
                """).param("by", by).param("at", utc(at)).query(Integer.class).optional();
    }

    /** Whether one waits that was asked for before, also of a node that is gone. */
    boolean waits(Instant now, Instant askedBefore) {
        return jdbc.sql("""
                select exists (select 1 from bot.model where asked_at <= :before
                    and (state = 'QUEUED' or (state = 'LEARNING' and claimed_until < :now)))
                """).param("now", utc(now)).param("before", utc(askedBefore)).query(Boolean.class).single();
    }

    /** One that is being learnt by whoever claimed it, until then. */
    record Claim(int version, Instant until) {}

    /** Claims the one that waits, also of a node that is gone; one that was begun too often has failed. */
    Optional<Claim> claim(Instant now, Instant until, int attempts) {
        jdbc.sql("""
                update bot.model set state = 'FAILED', claimed_until = null, ended_at = :now
                where state = 'LEARNING' and claimed_until < :now and attempts >= :attempts
                """).param("now", utc(now)).param("attempts", attempts).update();
        return jdbc.sql("""
                update bot.model set state = 'LEARNING', claimed_until = :until, attempts = attempts + 1
                where version = (select version from bot.model where state = 'QUEUED' or (state = 'LEARNING' and claimed_until < :now)
                    order by version limit 1 for update skip locked)
                returning version
                """).param("now", utc(now)).param("until", utc(until))
                .query((row, _) -> new Claim(row.getInt("version"), until)).optional();
    }

    /** Leaves it to another node. */
    void giveBack(Claim claim) {
        jdbc.sql("""
                update bot.model set state = 'QUEUED', claimed_until = null
                where version = :version and state = 'LEARNING' and claimed_until = :until
                """).param("version", claim.version()).param("until", utc(claim.until())).update();
    }

    /** Keeps what came of it; false where somebody else has it by now, because the claim was over. */
    boolean end(Claim claim, KeptModel model, byte @Nullable [] body) {
        return jdbc.sql("""
                update bot.model set state = :state, claimed_until = null, examples = :examples, body = :body,
                    figures = cast(:figures as jsonb), base = :base, base_figures = cast(:baseFigures as jsonb), worse = :worse,
                    ended_at = :ended
                where version = :version and state = 'LEARNING' and claimed_until = :until
                """).param("state", model.state().name()).param("examples", model.examples()).param("body", body)
                .param("figures", written(model.figures())).param("base", model.base())
                .param("baseFigures", written(model.baseFigures()))
                .param("worse", model.worse().stream().map(Enum::name).toArray(String[]::new))
                .param("ended", utc(model.endedAt())).param("version", claim.version())
                .param("until", utc(claim.until())).update() == 1;
    }

    /** Whether it spoke with customers before. */
    boolean spoke(int version) {
        return jdbc.sql("select exists (select 1 from bot.model_term where version = :version)")
                .param("version", version).query(Boolean.class).single();
    }

    Optional<KeptModel> find(int version) {
        return jdbc.sql(SELECT + "where version = :version").param("version", version).query((row, _) -> model(row))
                .optional();
    }

    /** What it learnt. */
    byte[] body(int version) {
        return jdbc.sql("select body from bot.model where version = :version").param("version", version)
                .query(byte[].class).single();
    }

    /** The newest first. */
    List<KeptModel> list(int most) {
        return jdbc.sql(SELECT + "order by version desc limit :most").param("most", most)
                .query((row, _) -> model(row)).list();
    }

    List<ModelTerm> terms(int most) {
        return jdbc.sql("select version, from_at, by_name from bot.model_term order by seq desc limit :most")
                .param("most", most)
                .query((row, _) -> new ModelTerm(row.getInt("version"), time(row, "from_at"), text(row, "by_name")))
                .list();
    }

    void force(int version, Instant at, String by) {
        jdbc.sql("insert into bot.model_term (version, from_at, by_name) values (:version, :at, :by)")
                .param("version", version).param("at", utc(at)).param("by", by).update();
    }

    private @Nullable String written(@Nullable ModelFigures figures) {
        return figures == null ? null : json.writeValueAsString(figures);
    }

    private @Nullable ModelFigures figures(@Nullable String written) {
        return written == null ? null : json.readValue(written, ModelFigures.class);
    }

    private KeptModel model(ResultSet row) throws SQLException {
        var worse = Arrays.stream((String[]) row.getArray("worse").getArray()).map(ModelFigures.Worse::valueOf)
                .toList();
        return new KeptModel(row.getInt("version"), State.valueOf(text(row, "state")),
                row.getObject("examples", Integer.class), figures(row.getString("figures")),
                row.getObject("base", Integer.class), figures(row.getString("base_figures")), worse,
                text(row, "asked_by"), time(row, "asked_at"), timeOrNull(row, "ended_at"));
    }
}
