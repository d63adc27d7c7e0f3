package io.waypost.app.outbox;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes messages that are over and older than they are kept, with their tries and reports: what was said to customers is personal and
 * not kept for ever. In small pieces, on every node; whatever is not settled stays.
 */
@Component
class OutboxPurge {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPurge.class);
    private static final int PIECE = 1_000;
    private static final String REMOVE = """
            with old as (
                select id from outbox.message where created_at < :before and state <> 'PENDING' order by created_at, id limit :most),
            reports as (delete from outbox.report r using old where r.message_id = old.id)
            delete from outbox.message m using old where m.id = old.id
            """;

    private final JdbcClient jdbc;
    private final OutboxSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutboxPurge(JdbcClient jdbc, OutboxSettings settings, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void purge() {
        int removed = Acting.as(new Actor.Internal("outbox-purge"), () -> all(clock.instant().minus(settings.keep())));
        if (removed > 0) {
            LOG.info("{} messages older than {} were removed from the outbox", removed, settings.keep());
        }
    }

    private int all(Instant before) {
        int removed = 0;
        for (int piece = PIECE; piece == PIECE;) {
            piece = Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(REMOVE)
                    .param("before", before.atOffset(ZoneOffset.UTC)).param("most", PIECE).update()));
            removed += piece;
        }
        return removed;
    }
}
