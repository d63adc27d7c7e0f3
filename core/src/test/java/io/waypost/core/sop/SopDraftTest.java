package io.waypost.core.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.sop.SopFlaw.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SopDraftTest {

    @Test
    @DisplayName("T1 a draft says everything that is wrong with it, and where")
    void flaws() {
        var draft = new SopDraft(
                List.of(stage(Stage.CHECK, Party.FINANCE, 60, 120, "nowhere"), stage(Stage.TRIAGE, Party.DESK, 0, 0,
                        SopStage.OF_UNIT)),
                Duration.ofDays(7), Duration.ofDays(-1), Duration.ofDays(30), 0);

        assertThat(draft.flaws("always"::equals)).extracting(SopFlaw::field, SopFlaw::reason).contains(
                org.assertj.core.groups.Tuple.tuple("stages", Reason.NO_RESPONSE),
                org.assertj.core.groups.Tuple.tuple("stages", Reason.NO_VERIFICATION),
                org.assertj.core.groups.Tuple.tuple("stages[1]", Reason.ORDER),
                org.assertj.core.groups.Tuple.tuple("stages[0].party", Reason.PARTY),
                org.assertj.core.groups.Tuple.tuple("stages[0].urgent", Reason.URGENT_LONGER),
                org.assertj.core.groups.Tuple.tuple("stages[0].calendar", Reason.CALENDAR_UNKNOWN),
                org.assertj.core.groups.Tuple.tuple("stages[1].normal", Reason.DURATION),
                org.assertj.core.groups.Tuple.tuple("reopenWindow", Reason.DURATION),
                org.assertj.core.groups.Tuple.tuple("handOvers", Reason.HAND_OVERS));
    }

    private static SopStage stage(Stage stage, Party party, int normal, int urgent, String calendar) {
        return new SopStage(stage, party, Duration.ofMinutes(normal), Duration.ofMinutes(urgent), calendar,
                AlarmPlan.ESCALATION_ONLY, Set.of(), Set.of(), Set.of(), "");
    }
}
