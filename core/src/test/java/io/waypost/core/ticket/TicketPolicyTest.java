package io.waypost.core.ticket;

import static io.waypost.core.ticket.TicketFixture.POLICY;
import static io.waypost.core.ticket.TicketFixture.TIANHE;
import static io.waypost.core.ticket.TicketFixture.limits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketPolicyTest {

    @Test
    void aQueryBehindWhichAParcelIsSilentHasTheSilentParcelsTime() {
        var query = Ticket.about(TicketKind.QUERY, false, TIANHE);
        assertThat(POLICY.limit(query, TicketLevel.OUTLET)).isEqualTo(Duration.ofHours(24));
        assertThat(POLICY.limit(query.withFinding(), TicketLevel.OUTLET)).isEqualTo(Duration.ofHours(2));
        assertThat(POLICY.limit(query.withUrgency(), TicketLevel.OUTLET)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aPolicySaysWhatItLacks() {
        assertThatThrownBy(() -> new TicketPolicy(1, Map.of(TicketKind.URGE, limits(1, 1, 1)), POLICY.urgent(),
                POLICY.warnBefore(), POLICY.checkAfter(), POLICY.longestWait(), POLICY.lateness()))
                .hasMessageContaining("SILENT_PARCEL").hasMessageContaining("QUERY");
        assertThatThrownBy(() -> limits(0, 1, 1)).hasMessageContaining("outlet (PT0S)");
    }
}
