package io.waypost.app.outbox;

import io.waypost.app.outbox.ClaimStore.Fate;
import io.waypost.app.outbox.ClaimStore.Lost;
import io.waypost.app.outbox.ReportStore.Settled;
import io.waypost.core.outbox.MessageState;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whoever wrote a message what became of it, in the transaction that writes it down. */
@Component
class Outcomes {

    private final ApplicationEventPublisher events;

    Outcomes(ApplicationEventPublisher events) {
        this.events = events;
    }

    void tell(List<Fate> fates, Instant now) {
        for (var fate : fates) {
            var claimed = fate.claimed();
            if (fate.state() != MessageState.PENDING && claimed.subject() != null) {
                events.publishEvent(new MessageOutcome(claimed.id(), claimed.key(), claimed.channel(),
                        claimed.subject(), fate.state(), fate.error(), claimed.attempts(), now));
            }
        }
    }

    int tellSettled(List<Settled> settled, Instant now) {
        for (var each : settled) {
            if (each.subject() != null) {
                events.publishEvent(new MessageOutcome(each.id(), each.key(), each.channel(), each.subject(),
                        each.state(), each.code(), each.attempts(), now));
            }
        }
        return settled.size();
    }

    void tellLost(List<Lost> lost, Instant now) {
        for (var each : lost) {
            if (each.state() != MessageState.PENDING && each.subject() != null) {
                events.publishEvent(new MessageOutcome(each.id(), each.key(), each.channel(), each.subject(),
                        each.state(), "LEASE_EXPIRED", each.attempts(), now));
            }
        }
    }
}
