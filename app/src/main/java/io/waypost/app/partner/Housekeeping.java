package io.waypost.app.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes what is over: tokens, nonces, answers that are no longer given again, what batches said of customers a week after, and the
 * log of webhooks after a quarter. In small pieces, on every node.
 */
@Component
class Housekeeping {

    private static final int MOST = 5_000;
    private static final Duration LOG = Duration.ofDays(90);
    private static final Duration DRAFTS = Duration.ofDays(7);

    private final TokenStore tokens;
    private final CredentialStore credentials;
    private final AnswerStore answers;
    private final DeliveryStore deliveries;
    private final BatchStore batches;
    private final Owner owner;
    private final Clock clock;
    private final Clock wall;

    Housekeeping(TokenStore tokens, CredentialStore credentials, AnswerStore answers,
            DeliveryStore deliveries, BatchStore batches, Owner owner, Clock clock,
            @Qualifier("wallClock") Clock wall) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.answers = answers;
        this.deliveries = deliveries;
        this.batches = batches;
        this.owner = owner;
        this.clock = clock;
        this.wall = wall;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        sweep(wall.instant());
    }

    void sweep(Instant now) {
        empty(() -> tokens.removeExpired(now, MOST));
        empty(() -> credentials.forgetNonces(now, MOST));
        empty(() -> answers.removeExpired(now, MOST));
        empty(() -> deliveries.removeOld(now.minus(LOG), MOST));
        empty(() -> batches.forgetDrafts(clock.instant().minus(DRAFTS), MOST));
    }

    private void empty(IntSupplier piece) {
        while (owner.inOne(piece::getAsInt) == MOST) {
            // another piece
        }
    }
}
