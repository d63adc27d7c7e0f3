package io.waypost.core.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.sop.SopComparison.Change;
import io.waypost.core.sop.SopComparison.Field;
import io.waypost.core.sop.SopComparison.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T1 two versions of an SOP are told apart")
class SopComparisonTest {

    private static final SopDraft QUERY = DefaultSops.draft(DefaultKinds.catalogue().entry(TicketKind.QUERY));

    @Test
    void anotherLimitIsNamedWithBothValues() {
        var stages = new ArrayList<>(QUERY.stages());
        var first = stages.getFirst();
        stages.set(0, new SopStage(first.stage(), first.party(), Duration.ofHours(12), first.urgent(),
                first.calendar(), first.alarms(), first.pauses(), first.requires(), first.skippers(),
                first.customerText()));
        var after = new SopDraft(stages, QUERY.longestWait(), QUERY.reopenWindow(), QUERY.repeatWindow(), 5);
        assertThat(SopComparison.of(QUERY, after).changes()).containsExactly(
                new Change(Kind.FIELD_CHANGED, null, null, Field.HAND_OVERS, "3", "5"),
                new Change(Kind.FIELD_CHANGED, Stage.RESPONSE, Party.OUTLET, Field.NORMAL, "1440", "720"));
    }

    @Test
    void stagesThatCameAndWentAreNamed() {
        var stages = new ArrayList<>(QUERY.stages());
        var gone = stages.removeLast();
        var after = new SopDraft(stages, QUERY.longestWait(), QUERY.reopenWindow(), QUERY.repeatWindow(),
                QUERY.handOvers());
        assertThat(SopComparison.of(QUERY, after).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.STAGE_REMOVED);
            assertThat(change.stage()).isEqualTo(gone.stage());
            assertThat(change.after()).isEmpty();
        });
        assertThat(SopComparison.of(after, QUERY).changes()).extracting(Change::kind)
                .containsExactly(Kind.STAGE_ADDED);
    }

    @Test
    void aComparisonIsEmptyExactlyWhereBothAreEqual() {
        var random = new Random(7);
        int equal = 0;
        for (int i = 0; i < 4_000; i++) {
            long seed = random.nextInt(400);
            var one = SopFixture.draft(new Random(seed));
            var other = SopFixture.draft(new Random(random.nextBoolean() ? seed : random.nextInt(400)));
            assertThat(SopComparison.of(one, other).changes().isEmpty()).isEqualTo(one.equals(other));
            assertThat(SopComparison.of(one, other).changes())
                    .hasSameSizeAs(SopComparison.of(other, one).changes());
            equal += one.equals(other) ? 1 : 0;
        }
        assertThat(equal).isBetween(500, 3_500);
    }
}
