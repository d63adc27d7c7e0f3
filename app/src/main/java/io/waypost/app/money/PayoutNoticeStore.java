package io.waypost.app.money;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of notices. */
@Repository
class PayoutNoticeStore {

    private final JdbcClient jdbc;

    PayoutNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that was not worked on yet. */
    record Waiting(UUID id, String gateway, String body) {}

    /** Keeps a notice; false where it is kept already. */
    boolean add(String gateway, String number, byte[] body, Instant at) {
        return jdbc.sql("""
                insert into money.notice (id, gateway, number, body, received_at) values (:id, :gateway, :number, :body, :at)
                on conflict (gateway, number) do nothing
                """).param("id", Ids.next(at)).param("gateway", gateway).param("number", number).param("body", body)
                .param("at", utc(at)).update() == 1;
    }

    Optional<Instant> oldest() {
        return jdbc.sql("select min(received_at) as at from money.notice where done_at is null")
                .query((row, _) -> Optional.ofNullable(timeOrNull(row, "at"))).single();
    }

    List<UUID> waiting(int most) {
        return jdbc.sql("select id from money.notice where done_at is null order by received_at limit :most")
                .param("most", most).query((row, _) -> id(row, "id")).list();
    }

    /** Locks one that waits; empty where somebody is at it or has done it. */
    Optional<Waiting> claim(UUID id) {
        return jdbc.sql("""
                select id, gateway, body from money.notice where id = :id and done_at is null for update skip locked
                """).param("id", id)
                .query((row, _) -> new Waiting(id(row, "id"), text(row, "gateway"),
                        new String(Objects.requireNonNull(row.getBytes("body")), StandardCharsets.UTF_8)))
                .optional();
    }

    void done(UUID id, String outcome, Instant at) {
        jdbc.sql("update money.notice set done_at = :at, outcome = :outcome where id = :id").param("id", id)
                .param("at", utc(at)).param("outcome", outcome).update();
    }
}
