package io.waypost.core.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.sop.SopLife.Command;
import io.waypost.core.sop.SopLife.Decision;
import io.waypost.core.sop.SopLife.Decision.Refused;
import io.waypost.core.sop.SopLife.Decision.Taken;
import io.waypost.core.sop.SopLife.Refusal;
import io.waypost.core.sop.SopLife.Standing;
import io.waypost.core.sop.SopLife.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("T1 an SOP is drafted, approved by a second person, and in force from a date")
class SopLifeTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final UUID AUTHOR = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final List<SopFlaw> FLAWS = List.of(new SopFlaw("stages", "", SopFlaw.Reason.NO_RESPONSE));

    private static Decision decide(State state, @Nullable Instant from, Command command) {
        return SopLife.decide(new Standing(state, Set.of(AUTHOR), from), command, NOW);
    }

    @Test
    void aDraftIsSubmittedApprovedAndInForceAtOnceOrLater() {
        var tomorrow = NOW.plusSeconds(86_400);
        assertThat(decide(State.DRAFT, null, new Command.Submit(List.of(), null)))
                .isEqualTo(new Taken(State.SUBMITTED, null));
        assertThat(decide(State.SUBMITTED, null, new Command.Approve(OTHER, List.of())))
                .isEqualTo(new Taken(State.APPROVED, NOW));
        assertThat(decide(State.SUBMITTED, tomorrow, new Command.Approve(OTHER, List.of())))
                .isEqualTo(new Taken(State.APPROVED, tomorrow));
        assertThat(decide(State.SUBMITTED, NOW.minusSeconds(1), new Command.Approve(OTHER, List.of())))
                .isEqualTo(new Taken(State.APPROVED, NOW));
    }

    @Test
    void nobodyApprovesTheirOwnWork() {
        assertThat(decide(State.SUBMITTED, null, new Command.Approve(AUTHOR, List.of())))
                .isEqualTo(new Refused(Refusal.OWN_WORK));
        assertThat(decide(State.SUBMITTED, null, new Command.Approve(null, List.of())))
                .isEqualTo(new Refused(Refusal.OWN_WORK));
    }

    @Test
    void whatHasFlawsOrWouldBeInForceInThePastIsNotSubmitted() {
        assertThat(decide(State.DRAFT, null, new Command.Submit(FLAWS, null)))
                .isEqualTo(new Refused(Refusal.HAS_FLAWS));
        assertThat(decide(State.SUBMITTED, null, new Command.Approve(OTHER, FLAWS)))
                .isEqualTo(new Refused(Refusal.HAS_FLAWS));
        assertThat(decide(State.DRAFT, null, new Command.Submit(List.of(), NOW.minusSeconds(1))))
                .isEqualTo(new Refused(Refusal.FROM_THE_PAST));
    }

    @Test
    void whatIsInForceStays() {
        assertThat(decide(State.APPROVED, NOW, new Command.Withdraw())).isEqualTo(new Refused(Refusal.IN_FORCE));
        assertThat(decide(State.APPROVED, NOW.plusSeconds(1), new Command.Withdraw()))
                .isEqualTo(new Taken(State.WITHDRAWN, NOW.plusSeconds(1)));
        assertThat(decide(State.WITHDRAWN, null, new Command.Withdraw())).isEqualTo(new Refused(Refusal.OVER));
    }

    @ParameterizedTest
    @EnumSource
    void onlyADraftIsWrittenInAndOnlyWhatWasSubmittedIsGivenBack(State state) {
        assertThat(decide(state, null, new Command.Save()))
                .isInstanceOf(state == State.DRAFT ? Taken.class : Refused.class);
        assertThat(decide(state, null, new Command.Submit(List.of(), null)))
                .isInstanceOf(state == State.DRAFT ? Taken.class : Refused.class);
        assertThat(decide(state, null, new Command.GiveBack()))
                .isInstanceOf(state == State.SUBMITTED ? Taken.class : Refused.class);
        assertThat(decide(state, null, new Command.Approve(OTHER, List.of())))
                .isInstanceOf(state == State.SUBMITTED ? Taken.class : Refused.class);
    }
}
