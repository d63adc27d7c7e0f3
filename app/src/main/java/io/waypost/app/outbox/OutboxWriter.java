package io.waypost.app.outbox;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Ids;
import io.waypost.app.outbox.MessageStore.Written;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.SmsLength;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes messages into the table and wakes the node's own runner. */
@Service
class OutboxWriter implements Outbox {

    private static final Duration LONGEST_WAIT = Duration.ofDays(366);

    private final MessageStore store;
    private final OutboxRunner runner;
    private final OutboxSettings settings;
    private final BusinessClock clock;
    private final Clock wall;

    OutboxWriter(MessageStore store, OutboxRunner runner, OutboxSettings settings, BusinessClock clock,
            @Qualifier("wallClock") Clock wall) {
        this.store = store;
        this.runner = runner;
        this.settings = settings;
        this.clock = clock;
        this.wall = wall;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(OutgoingMessage message) {
        return addAll(List.of(message)) == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int addAll(Collection<OutgoingMessage> messages) {
        if (messages.isEmpty()) {
            return 0;
        }
        var now = wall.instant();
        var shown = clock.instant();
        // By key, so that two transactions with the same messages wait for each other instead of one failing in a deadlock.
        int added = store.add(messages.stream().sorted(Comparator.comparing(OutgoingMessage::key))
                .map(message -> written(message, now, shown)).toList());
        if (added > 0) {
            messages.stream().map(OutgoingMessage::channel).distinct().forEach(runner::wakeAfterCommit);
        }
        return added;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean replay(UUID id) {
        boolean again = store.replay(id, wall.instant());
        if (again) {
            runner.wakeAfterCommit(Channel.WEBHOOK);
        }
        return again;
    }

    private Written written(OutgoingMessage message, Instant now, Instant shown) {
        var wanted = real(message.notBefore(), now);
        var zone = message.zone() == null ? settings.zone() : message.zone();
        var due = settings.quietHours().earliest(message.kind(), wanted == null ? now : wanted, zone);
        var queue = message.channel() == Channel.WEBHOOK ? message.to() : message.kind().name();
        int segments = message.channel() == Channel.SMS ? SmsLength.segments(message.body().text()) : 1;
        return new Written(Ids.next(now), message, queue, segments, shown, due, real(message.expiresAt(), now));
    }

    /** Messages leave by real time; in the demonstration a night of the business clock is soon over. */
    private @Nullable Instant real(@Nullable Instant business, Instant now) {
        return business == null ? null : now.plus(clock.untilShows(business, LONGEST_WAIT));
    }
}
