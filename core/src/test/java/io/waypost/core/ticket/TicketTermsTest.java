package io.waypost.core.ticket;

import static io.waypost.core.ticket.TicketFixture.COMPLAINT;
import static io.waypost.core.ticket.TicketFixture.DESK_UNIT;
import static io.waypost.core.ticket.TicketFixture.NINE;
import static io.waypost.core.ticket.TicketFixture.REQUEST;
import static io.waypost.core.ticket.TicketFixture.TIANHE;
import static io.waypost.core.ticket.TicketFixture.minutes;
import static io.waypost.core.ticket.TicketFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.sop.Party;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import io.waypost.core.sop.TicketKind;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T1 the terms that a ticket is decided by")
class TicketTermsTest {

    @Test
    void aQueryBehindWhichAParcelIsSilentHasTheSilentParcelsTime() {
        var query = about(TicketKind.QUERY);
        assertThat(limit(query, Stage.RESPONSE, Party.OUTLET)).isEqualTo(Duration.ofDays(1));
        assertThat(limit(query.withFinding(), Stage.RESPONSE, Party.OUTLET)).isEqualTo(Duration.ofHours(2));
        assertThat(limit(query.withUrgency(true), Stage.RESPONSE, Party.OUTLET)).isEqualTo(Duration.ofHours(2));
        assertThat(limit(query.withUrgency(true).withFinding(), Stage.RESPONSE, Party.OUTLET))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aFindingShortensOnlyTheResponse() {
        var complaint = about(COMPLAINT).withFinding();
        assertThat(limit(complaint, Stage.RESPONSE, Party.OUTLET)).isEqualTo(Duration.ofHours(2));
        assertThat(limit(complaint, Stage.RESPONSE, Party.REGION)).isEqualTo(Duration.ofHours(2));
        assertThat(limit(complaint, Stage.SOLUTION, Party.OUTLET)).isEqualTo(Duration.ofDays(2));
        assertThat(limit(complaint, Stage.TRIAGE, Party.DESK)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aHubHasTheOutletsTimeWhereTheSopHasNoneForHubs() {
        assertThat(limit(about(TicketKind.SILENT_PARCEL), Stage.RESPONSE, Party.HUB)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aScanShowsTheTruthOfASilentParcelAndTheDeskThatOfAComplaint() {
        assertThat(terms(TicketKind.SILENT_PARCEL).verifiedByScan()).isTrue();
        assertThat(terms(TicketKind.QUERY).verifiedByScan()).isTrue();
        assertThat(terms(COMPLAINT).verifiedByScan()).isFalse();
        assertThat(terms(REQUEST).verifiedByScan()).isFalse();
    }

    @Test
    void aDeadlineFoundLateCountsFromWhenItWasFound() {
        assertThat(TicketTerms.firedAt(NINE, minutes(30))).isEqualTo(NINE);
        assertThat(TicketTerms.firedAt(NINE, minutes(31))).isEqualTo(minutes(31));
    }

    private static Ticket about(TicketKind kind) {
        return Ticket.about(kind, false, DESK_UNIT, TIANHE);
    }

    private static Duration limit(Ticket ticket, Stage stage, Party party) {
        var terms = terms(ticket.kind());
        return terms.limit(ticket, stageOf(terms, stage, party));
    }

    private static SopStage stageOf(TicketTerms terms, Stage stage, Party party) {
        return terms.sop().stage(stage, party).orElseThrow();
    }
}
