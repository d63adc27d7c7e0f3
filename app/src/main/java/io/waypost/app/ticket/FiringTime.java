package io.waypost.app.ticket;

import io.waypost.app.kernel.WaypostSettings;
import io.waypost.core.ticket.TicketTerms;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * When a deadline counts as fired: at its own time, or, after a standstill, when it was found. The demonstration's clock stands
 * still while the platform does and jumps only when told, so there it is always the deadline's own time.
 */
@Component
class FiringTime {

    private final boolean demo;
    private final Clock clock;

    FiringTime(WaypostSettings settings, Clock clock) {
        this.demo = settings.demo();
        this.clock = clock;
    }

    Instant of(Instant deadline) {
        return demo ? deadline : TicketTerms.firedAt(deadline, clock.instant());
    }
}
