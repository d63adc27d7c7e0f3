package io.waypost.app.notice;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.notice.OutboxStore.Claimed;
import io.waypost.app.notice.OutboxStore.State;
import io.waypost.app.notice.SmsGateway.Accepted;
import io.waypost.app.notice.SmsGateway.Rejected;
import io.waypost.app.notice.SmsGateway.Result;
import io.waypost.app.notice.SmsGateway.Retryable;
import io.waypost.app.notice.SmsGateway.Unknown;
import io.waypost.core.notice.Retry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes messages out of the outbox: claims a batch and commits, hands it to the gateway, writes down what became of each.
 *
 * <p>A message is handed over at most once unless the gateway says that it certainly did not leave. Whatever is in doubt — an answer
 * that got lost, a node that died in between — ends as {@code UNKNOWN} and waits for a person.
 */
@Component
class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxStore store;
    private final SmsGateway gateway;
    private final NoticeSettings settings;
    private final TransactionTemplate transaction;
    private final Clock wall;
    private final Clock business;

    Outbox(OutboxStore store, SmsGateway gateway, NoticeSettings settings, TransactionTemplate transaction,
            @Qualifier("wallClock") Clock wall, Clock business) {
        this.store = store;
        this.gateway = gateway;
        this.settings = settings;
        this.transaction = transaction;
        this.wall = wall;
        this.business = business;
    }

    /** Sends one batch; gives back how many messages it held. */
    int sendBatch() {
        var now = wall.instant();
        var lease = now.plusSeconds(settings.leaseSeconds());
        var batch = asPlatform(() -> store.claim(now, lease, settings.batch()));
        if (!batch.isEmpty()) {
            var results = submit(batch);
            asPlatform(() -> {
                for (int i = 0; i < batch.size(); i++) {
                    keep(batch.get(i), results.get(i));
                }
                return batch.size();
            });
        }
        return batch.size();
    }

    /** Gives up what nodes left lying that died; gives back how many. */
    int giveUpLeases() {
        int lost = asPlatform(() -> store.giveUpLeases(wall.instant()));
        if (lost > 0) {
            LOG.warn("{} messages were being sent when a node stopped; whether they left is unknown", lost);
        }
        return lost;
    }

    /** How long until the next message is due. */
    Duration untilNext(Duration longest) {
        return asPlatform(() -> store.nextDue())
                .map(due -> Duration.between(wall.instant(), due))
                .filter(wait -> wait.compareTo(longest) < 0)
                .orElse(longest);
    }

    private List<Result> submit(List<Claimed> batch) {
        try {
            var results = gateway.submit(batch.stream().map(Claimed::sms).toList());
            if (results.size() == batch.size()) {
                return results;
            }
            LOG.error("The gateway answered {} of {} messages; all count as unknown", results.size(), batch.size());
        } catch (RuntimeException failure) {
            LOG.error("The gateway failed; whether {} messages left is unknown", batch.size(), failure);
        }
        return Collections.nCopies(batch.size(), new Unknown("GATEWAY_FAILED"));
    }

    private void keep(Claimed message, Result result) {
        var id = message.sms().id();
        switch (result) {
            case Accepted(var providerId) -> store.finish(id, State.SENT, providerId, business.instant(), null);
            case Rejected(var code) -> store.finish(id, State.REJECTED, null, null, code);
            case Unknown(var code) -> store.finish(id, State.UNKNOWN, null, null, code);
            case Retryable(var code, var after) -> Retry.after(message.attempts(), after).ifPresentOrElse(
                    wait -> store.tryAgain(id, wall.instant().plus(wait), code),
                    () -> store.finish(id, State.REJECTED, null, null, "GAVE_UP " + code));
        }
    }

    private <T> T asPlatform(java.util.function.Supplier<T> work) {
        return Acting.as(new Actor.Internal("outbox"),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
