package io.waypost.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.SharedDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "waypost.outbox.keep=30d")
@DisplayName("O1 messages that are over are kept as long as the setting says, and all others for good")
class OutboxPurgeTest {

    private final OutboxPurge purge;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OutboxPurgeTest(OutboxPurge purge, OutboxRunner runner, JdbcClient jdbc, TransactionTemplate transaction) {
        this.purge = purge;
        this.jdbc = jdbc;
        this.transaction = transaction;
        runner.stop();
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
        registry.add("waypost.testing.organisation", () -> false);
    }

    @Test
    void theOldAndSettledGoWithTheirTriesHoweverMany() {
        for (var state : List.of("SENT", "DELIVERED", "FAILED", "UNKNOWN", "REJECTED", "SUPPRESSED", "EXPIRED",
                "PENDING")) {
            write(state, 31, 3);
            write(state, 29, 2);
        }
        write("SENT", 40, 2_500);
        update("""
                insert into outbox.attempt (message_id, attempt, at, result)
                select id, 1, created_at, 'ACCEPTED' from outbox.message where state = 'SENT'
                """);
        purge.purge();
        assertThat(count("outbox.message where state = 'PENDING'")).isEqualTo(5);
        assertThat(count("outbox.message where state <> 'PENDING'")).isEqualTo(7 * 2);
        assertThat(count("outbox.message where state <> 'PENDING' and created_at < now() - interval '30 days'"))
                .isZero();
        assertThat(count("outbox.attempt")).isEqualTo(2);
    }

    private void write(String state, int days, int number) {
        update("""
                insert into outbox.message (id, idempotency_key, channel, class, queue, recipient, recipient_shown, body, segments, state,
                                            created_at, due_at)
                select gen_random_uuid(), gen_random_uuid()::text, 'SMS', 'SERVICE', 'SERVICE', '', '', '', 1, '%s',
                       now() - interval '%d days', now() + interval '9 years'
                from generate_series(1, %d)
                """.formatted(state, days, number));
    }

    private void update(String sql) {
        as(() -> jdbc.sql(sql).update());
    }

    private long count(String of) {
        return as(() -> jdbc.sql("select count(*) from " + of).query(Long.class).single());
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return Acting.as(new Actor.Internal("test"),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
