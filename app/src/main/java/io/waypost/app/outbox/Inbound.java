package io.waypost.app.outbox;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.outbox.ReportStore.Report;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.OptOut;
import io.waypost.core.outbox.Suppression;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What providers tell us: delivery reports and replies. Each may come twice, and at any time. Thread-safe. */
@Component
class Inbound {

    private final ReportStore reports;
    private final InboundStore replies;
    private final SuppressionStore suppressions;
    private final Outcomes outcomes;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock business;
    private final Clock wall;

    Inbound(ReportStore reports, InboundStore replies, SuppressionStore suppressions, Outcomes outcomes,
            ApplicationEventPublisher events, TransactionTemplate transaction, Clock business,
            @Qualifier("wallClock") Clock wall) {
        this.reports = reports;
        this.replies = replies;
        this.suppressions = suppressions;
        this.outcomes = outcomes;
        this.events = events;
        this.transaction = transaction;
        this.business = business;
        this.wall = wall;
    }

    /** A provider says whether a message arrived. */
    void report(String provider, String providerId, @Nullable UUID messageId, boolean delivered,
            @Nullable String code) {
        var now = wall.instant();
        var report = new Report(Ids.next(now), provider, providerId, messageId, delivered, code, now);
        var added = asPlatform(() -> reports.add(report));
        added.ifPresent(id -> asPlatform(() -> outcomes.tellSettled(
                reports.settleReports(List.of(id), business.instant()), business.instant())));
    }

    /** The answers to these messages are written down: perhaps their reports were quicker. */
    void answered(Collection<UUID> messages) {
        asPlatform(() -> outcomes.tellSettled(reports.settleMessages(messages, business.instant()),
                business.instant()));
    }

    /** Looks again at reports of the last hour that found no message, in case a node died between its two steps. */
    void sweep() {
        asPlatform(() -> {
            var now = wall.instant();
            var waiting = reports.waiting(now.minus(Duration.ofHours(1)), now.minus(Duration.ofSeconds(30)));
            return outcomes.tellSettled(reports.settleReports(waiting, business.instant()), business.instant());
        });
    }

    /** A short message came in; the word that says no more puts its sender on the suppression list. */
    void reply(String provider, String providerId, String from, String to, String text) {
        var now = business.instant();
        var id = Ids.next(wall.instant());
        asPlatform(() -> {
            if (replies.add(id, provider, providerId, from, text, now)) {
                switch (OptOut.read(text)) {
                    case OUT -> suppressions.add(Channel.SMS, from, Suppression.OPTED_OUT, null, "SMS", now);
                    case IN -> suppressions.lift(Channel.SMS, from, Suppression.OPTED_OUT);
                    case NONE -> {
                        // For whoever asked the sender something.
                    }
                }
                events.publishEvent(new SmsReceived(id, from, to, text, now));
            }
            return id;
        });
    }

    private <T> T asPlatform(Supplier<T> work) {
        return Acting.as(new Actor.Internal("outbox"),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
