package io.waypost.app.outbox;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.core.outbox.MessageClass;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes of the outbox for tests, with gateways and clocks of their own on the platform's tables. */
@Component
class OutboxFixture {

    private final ClaimStore claims;
    private final ReportStore reports;
    private final InboundStore replies;
    private final SuppressionStore suppressions;
    private final TransactionTemplate transaction;

    OutboxFixture(ClaimStore claims, ReportStore reports, InboundStore replies, SuppressionStore suppressions,
            TransactionTemplate transaction) {
        this.claims = claims;
        this.reports = reports;
        this.replies = replies;
        this.suppressions = suppressions;
        this.transaction = transaction;
    }

    /** A node: what sends, what hears, and what it knows of its providers. */
    record Node(Dispatcher dispatcher, Inbound inbound, Providers providers, Doubts doubts) {}

    Node node(OutboxSettings settings, List<Gateway> gateways, Clock wall, ApplicationEventPublisher events) {
        var all = Gateways.of(gateways);
        var business = BusinessClock.real(wall);
        var providers = new Providers(all, settings);
        var checks = new Checks(claims, suppressions, providers, settings);
        var outcomes = new Outcomes(events);
        var inbound = new Inbound(reports, replies, suppressions, outcomes, events, transaction, business, wall);
        var sending = new Sending(providers, all, checks, wall);
        return new Node(new Dispatcher(claims, checks, sending, providers, inbound, suppressions, outcomes, settings,
                transaction, wall, business), inbound, providers,
                new Doubts(claims, all, inbound, outcomes, transaction, wall, business));
    }

    static OutboxSettings settings(int batch) {
        return settings(batch, null, null);
    }

    static OutboxSettings settings(int batch, @Nullable Map<MessageClass, Integer> perDay,
            @Nullable Map<String, Double> templates) {
        return new OutboxSettings(batch, Duration.ofSeconds(60), ZoneId.of("Asia/Shanghai"), LocalTime.of(21, 0),
                LocalTime.of(8, 0), 2, Duration.ofDays(180), perDay, templates, List.of("file"), null, null, null, null,
                new OutboxSettings.Webhook(Duration.ofSeconds(5), 4, true));
    }
}
