package io.waypost.app.tariff;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.tariff.AdviceGiven.AdviceChannel;
import io.waypost.core.tariff.Advice;
import io.waypost.core.tariff.AdviceOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of advice before sending. */
@Repository
class AdviceStore {

    private final JdbcClient jdbc;

    AdviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that waits to be settled.
     *
     * @param phone the index in hexadecimal digits
     */
    record Waiting(UUID id, Instant at, boolean insure, @Nullable String product, @Nullable String productName,
            String phone) {}

    /**
     * How often a rule's advice was given and taken.
     *
     * @param seen those of which it can be seen whether they were taken, and something was sent after
     */
    record AdviceCount(String rule, String goods, long given, long waiting, long seen, long taken, long partly) {}

    void add(UUID id, Instant at, AdviceChannel channel, String unitPath, Advice advice, @Nullable String productName,
            byte @Nullable [] phone) {
        jdbc.sql("""
                insert into tariff.advice (id, at, channel, unit_path, rule, goods, insure, product, product_name, phone)
                select :id, :at, :channel, :unitPath, :rule, :goods, :insure, :product, :productName, cast(:phone as bytea)
                where not exists (
                    select 1 from tariff.advice where phone = cast(:phone as bytea) and rule = :rule and at > :at - interval '1 day')
                """).param("id", id).param("at", utc(at)).param("channel", channel.name()).param("unitPath", unitPath)
                .param("rule", advice.rule()).param("goods", advice.goods()).param("insure", advice.insure())
                .param("product", advice.product()).param("productName", productName).param("phone", phone).update();
    }

    /** When the oldest that waits was given. */
    Optional<Instant> oldest() {
        return jdbc.sql("select min(at) as at from tariff.advice where phone is not null")
                .query((row, _) -> Optional.ofNullable(timeOrNull(row, "at"))).single();
    }

    List<Waiting> claim(Instant before, int most) {
        return jdbc.sql("""
                select id, at, insure, product, product_name, encode(phone, 'hex') as phone from tariff.advice
                where phone is not null and at < :before order by at limit :most for update skip locked
                """).param("before", utc(before)).param("most", most)
                .query((row, _) -> new Waiting(id(row, "id"), time(row, "at"), row.getBoolean("insure"),
                        row.getString("product"), row.getString("product_name"), text(row, "phone")))
                .list();
    }

    /** Settles it, and forgets whose it was. */
    void settle(UUID id, AdviceOutcome outcome) {
        jdbc.sql("update tariff.advice set outcome = :outcome, phone = null where id = :id")
                .param("outcome", outcome.name()).param("id", id).update();
    }

    /** Deletes what nobody is shown any more. */
    void forget(Instant before) {
        jdbc.sql("delete from tariff.advice where at < :before and phone is null").param("before", utc(before))
                .update();
    }

    List<AdviceCount> counts(Instant since) {
        return jdbc.sql("""
                select rule, (array_agg(goods order by at desc))[1] as goods, count(*) as given,
                    count(*) filter (where phone is not null) as waiting,
                    count(*) filter (where outcome in ('TAKEN', 'PARTLY', 'NOT_TAKEN')) as seen,
                    count(*) filter (where outcome = 'TAKEN') as taken, count(*) filter (where outcome = 'PARTLY') as partly
                from tariff.advice where at >= :since group by rule order by given desc, rule limit 200
                """).param("since", utc(since))
                .query((row, _) -> new AdviceCount(text(row, "rule"), text(row, "goods"), row.getLong("given"),
                        row.getLong("waiting"), row.getLong("seen"), row.getLong("taken"), row.getLong("partly")))
                .list();
    }
}
