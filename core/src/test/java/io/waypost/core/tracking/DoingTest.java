package io.waypost.core.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ParcelStatus;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.CallBackVerdict;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.Accepted;
import io.waypost.core.ticket.TicketState.Appealed;
import io.waypost.core.ticket.TicketState.CalledBack;
import io.waypost.core.ticket.TicketState.Checked;
import io.waypost.core.ticket.TicketState.CloseApplied;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Escalated;
import io.waypost.core.ticket.TicketState.InProgress;
import io.waypost.core.ticket.TicketState.Merged;
import io.waypost.core.ticket.TicketState.New;
import io.waypost.core.ticket.TicketState.Reopened;
import io.waypost.core.ticket.TicketState.Replied;
import io.waypost.core.ticket.TicketState.Triaged;
import io.waypost.core.ticket.TicketState.WaitReason;
import io.waypost.core.ticket.TicketState.Waiting;
import io.waypost.core.tracking.Doing.Code;
import io.waypost.core.tracking.Doing.Known;
import io.waypost.core.tracking.Doing.Quiet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("O1 what the customer is told is being done")
class DoingTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
            "CREATED,NO,MOVING", "IN_TRANSIT,NO,MOVING", "IN_TRANSIT,LONG,ON_ROAD_LONG",
            "IN_TRANSIT,SILENT,CONTACTING_OUTLET",
            "OUT_FOR_DELIVERY,NO,OUT_FOR_DELIVERY", "OUT_FOR_DELIVERY,LONG,OUT_FOR_DELIVERY",
            "OUT_FOR_DELIVERY,SILENT,CONTACTING_OUTLET", "AT_STATION,NO,AT_STATION", "CUSTOMS,LONG,CUSTOMS",
            "PROBLEM,NO,CONTACTING_OUTLET", "SIGNED,NO,DELIVERED", "RETURNING,NO,RETURNING", "RETURNED,NO,RETURNING"})
    void withoutATicketTheParcelSpeaks(ParcelStatus status, Quiet quiet, Code code) {
        assertThat(doing(status, quiet, null, null)).isEqualTo(new Doing(code, null));
    }

    @ParameterizedTest
    @CsvSource({"FOUND_FORWARDED,SEARCHING", "FOUND_DAMAGED,FOUND_DAMAGED", "NOT_FOUND,SEARCHING",
            "MISDIRECTED,CONTACTING_OUTLET", "WAITING_CUSTOMER,CONTACTING_OUTLET", "ON_THE_WAY,CONTACTING_OUTLET"})
    void aUnitThatOwesAnAnswerIsBusyWithWhatWasAnsweredBefore(AnswerKind answer, Code code) {
        assertThat(doing(ParcelStatus.IN_TRANSIT, Quiet.SILENT, dispatched(), answer)).isEqualTo(new Doing(code, TEN));
    }

    @Test
    void aUnitThatHasNotAnsweredIsBeingContacted() {
        assertThat(doing(ParcelStatus.AT_STATION, Quiet.NO, dispatched(), null))
                .isEqualTo(new Doing(Code.CONTACTING_OUTLET, TEN));
    }

    @Test
    void aTicketSaysHowFarItIs() {
        assertThat(List.of(new New(), new Triaged())).allSatisfy(state -> assertThat(code(state))
                .isEqualTo(Code.RECEIVED));
        assertThat(List.of(new Dispatched(), new Escalated(), new Reopened())).allSatisfy(state -> assertThat(
                code(state)).isEqualTo(Code.CONTACTING_OUTLET));
        assertThat(List.of(new Accepted(), new InProgress())).allSatisfy(state -> assertThat(code(state))
                .isEqualTo(Code.HANDLING));
        assertThat(List.of(new Replied(), new CloseApplied(), new Checked(2), new CalledBack(
                CallBackVerdict.SETTLED))).allSatisfy(state -> assertThat(code(state)).isEqualTo(Code.CHECKING));
        assertThat(doing(ParcelStatus.IN_TRANSIT, Quiet.NO, new Appealed(), null))
                .as("the authority gives no time").isEqualTo(new Doing(Code.WITH_AUTHORITY, null));
    }

    @Test
    void aTicketThatWaitsSaysForWhomAndUntilWhen() {
        assertThat(doing(ParcelStatus.IN_TRANSIT, Quiet.SILENT, new Waiting(TEN, WaitReason.CUSTOMER),
                AnswerKind.WAITING_CUSTOMER)).isEqualTo(new Doing(Code.WAITING_FOR_YOU, TEN));
        assertThat(doing(ParcelStatus.IN_TRANSIT, Quiet.SILENT, new Waiting(TEN, WaitReason.ROAD),
                AnswerKind.ON_THE_WAY)).isEqualTo(new Doing(Code.ON_ROAD_LONG, TEN));
        assertThat(doing(ParcelStatus.IN_TRANSIT, Quiet.SILENT, new Waiting(TEN, WaitReason.EVIDENCE), null))
                .isEqualTo(new Doing(Code.HANDLING, TEN));
        assertThat(doing(ParcelStatus.IN_TRANSIT, Quiet.SILENT, new Replied(), AnswerKind.FOUND_FORWARDED))
                .isEqualTo(new Doing(Code.FOUND_FORWARDED, TEN));
        assertThat(doing(ParcelStatus.IN_TRANSIT, Quiet.SILENT, new Replied(), AnswerKind.EXPLAINED))
                .isEqualTo(new Doing(Code.CHECKING, TEN));
    }

    @Test
    void aTimeThatHasPassedIsNotPromised() {
        assertThat(Doing.of(new Known(ParcelStatus.IN_TRANSIT, Quiet.SILENT, new Escalated(), NINE, null), NINE))
                .isEqualTo(new Doing(Code.CONTACTING_OUTLET, null));
    }

    @Test
    void whatIsOverIsOver() {
        assertThat(doing(ParcelStatus.IN_TRANSIT, Quiet.NO, new Closed(CloseReason.CAUSE_GONE, NINE), null))
                .isEqualTo(new Doing(Code.MOVING, null));
        assertThat(doing(ParcelStatus.IN_TRANSIT, Quiet.NO, new Merged("T1", new InProgress(), NINE), null))
                .isEqualTo(new Doing(Code.MOVING, null));
    }

    @ParameterizedTest
    @EnumSource(value = ParcelStatus.class, names = {"SIGNED", "RETURNING", "RETURNED"})
    void theEndOfTheJourneyComesBeforeAnyTicket(ParcelStatus status) {
        assertThat(doing(status, Quiet.SILENT, dispatched(), null).code()).isIn(Code.DELIVERED, Code.RETURNING);
    }

    private static TicketState dispatched() {
        return new Dispatched();
    }

    private static Code code(TicketState ticket) {
        return doing(ParcelStatus.IN_TRANSIT, Quiet.SILENT, ticket, null).code();
    }

    private static Doing doing(ParcelStatus status, Quiet quiet, @Nullable TicketState ticket,
            @Nullable AnswerKind answer) {
        return Doing.of(new Known(status, quiet, ticket, TEN, answer), NINE);
    }
}
