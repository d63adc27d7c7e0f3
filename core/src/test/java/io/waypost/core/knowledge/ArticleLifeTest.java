package io.waypost.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.knowledge.ArticleLife.Command;
import io.waypost.core.knowledge.ArticleLife.Decision;
import io.waypost.core.knowledge.ArticleLife.Decision.Refused;
import io.waypost.core.knowledge.ArticleLife.Decision.Taken;
import io.waypost.core.knowledge.ArticleLife.Refusal;
import io.waypost.core.knowledge.ArticleLife.Standing;
import io.waypost.core.knowledge.ArticleLife.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("B3 an article is drafted, put into force by a second person, and over when its last day has passed")
class ArticleLifeTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant LATER = NOW.plus(Duration.ofDays(60));
    private static final UUID AUTHOR = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final List<ArticleFlaw> FLAWS = List.of(
            new ArticleFlaw("title", "", ArticleFlaw.Reason.MISSING));

    private static Standing standing(State state, @Nullable Instant from, @Nullable Instant until) {
        return new Standing(state, Set.of(AUTHOR), from, until);
    }

    private static Decision decide(State state, Command command) {
        return ArticleLife.decide(standing(state, null, null), command, NOW);
    }

    @Test
    void aDraftIsSubmittedAndPutIntoForceAtOnceOrOnItsDay() {
        assertThat(decide(State.DRAFT, new Command.Submit(List.of()))).isEqualTo(new Taken(State.SUBMITTED, null,
                null));
        assertThat(decide(State.SUBMITTED, new Command.Approve(OTHER, List.of()))).isEqualTo(
                new Taken(State.APPROVED, NOW, null));
        assertThat(ArticleLife.decide(standing(State.SUBMITTED, TOMORROW, LATER),
                new Command.Approve(OTHER, List.of()), NOW)).isEqualTo(new Taken(State.APPROVED, TOMORROW, LATER));
        // A day that has passed while it waited is now.
        assertThat(ArticleLife.decide(standing(State.SUBMITTED, NOW.minusSeconds(9), null),
                new Command.Approve(OTHER, List.of()), NOW)).isEqualTo(new Taken(State.APPROVED, NOW, null));
    }

    @Test
    void whoWroteInItDoesNotPutItIntoForceNorDoesNobody() {
        assertThat(decide(State.SUBMITTED, new Command.Approve(AUTHOR, List.of()))).isEqualTo(
                new Refused(Refusal.OWN_WORK));
        assertThat(decide(State.SUBMITTED, new Command.Approve(null, List.of()))).isEqualTo(
                new Refused(Refusal.OWN_WORK));
    }

    @Test
    void whatHasFlawsOrIsOverBeforeItBeginsIsNotSubmittedNorPutIntoForce() {
        assertThat(decide(State.DRAFT, new Command.Submit(FLAWS))).isEqualTo(new Refused(Refusal.HAS_FLAWS));
        assertThat(decide(State.SUBMITTED, new Command.Approve(OTHER, FLAWS))).isEqualTo(
                new Refused(Refusal.HAS_FLAWS));
        var over = new Refused(Refusal.OVER_BEFORE_IT_BEGINS);
        assertThat(ArticleLife.decide(standing(State.DRAFT, null, NOW), new Command.Submit(List.of()), NOW))
                .isEqualTo(over);
        assertThat(ArticleLife.decide(standing(State.DRAFT, LATER, TOMORROW), new Command.Submit(List.of()), NOW))
                .isEqualTo(over);
        assertThat(ArticleLife.decide(standing(State.SUBMITTED, null, NOW.minusSeconds(1)),
                new Command.Approve(OTHER, List.of()), NOW)).isEqualTo(over);
    }

    @ParameterizedTest
    @EnumSource
    void onlyADraftIsWrittenInAndOnlyWhatIsInTheMakingIsDropped(State state) {
        assertThat(decide(state, new Command.Save(TOMORROW, null))).isEqualTo(state == State.DRAFT
                ? new Taken(State.DRAFT, TOMORROW, null)
                : new Refused(Refusal.NOT_A_DRAFT));
        assertThat(decide(state, new Command.Drop())).isEqualTo(switch (state) {
            case DRAFT, SUBMITTED -> new Taken(State.DROPPED, null, null);
            case APPROVED -> new Refused(Refusal.IN_FORCE);
            case RETIRED, DROPPED -> new Refused(Refusal.OVER);
        });
        assertThat(decide(state, new Command.TakeOut())).isEqualTo(state == State.APPROVED
                ? new Taken(State.RETIRED, null, null)
                : new Refused(Refusal.NOT_IN_FORCE));
        assertThat(decide(state, new Command.GiveBack())).isEqualTo(state == State.SUBMITTED
                ? new Taken(State.DRAFT, null, null)
                : new Refused(Refusal.NOT_SUBMITTED));
    }

    @Test
    void itHoldsFromItsFirstInstantToBeforeItsLast() {
        var standing = standing(State.APPROVED, NOW, TOMORROW);
        assertThat(standing.holds(NOW.minusNanos(1))).isFalse();
        assertThat(standing.holds(NOW)).isTrue();
        assertThat(standing.holds(TOMORROW.minusNanos(1))).isTrue();
        assertThat(standing.holds(TOMORROW)).isFalse();
        assertThat(standing(State.RETIRED, NOW, null).holds(NOW)).isFalse();
        assertThat(standing(State.SUBMITTED, NOW, null).holds(NOW)).isFalse();
    }

    @Test
    void itBeginsThenIsToldOfThenEnds() {
        var standing = standing(State.APPROVED, NOW, LATER);
        assertThat(ArticleLife.nextDue(standing, false, false)).isEqualTo(NOW);
        assertThat(ArticleLife.nextDue(standing, true, false)).isEqualTo(LATER.minus(ArticleLife.NOTICE));
        assertThat(ArticleLife.nextDue(standing, true, true)).isEqualTo(LATER);
        assertThat(ArticleLife.nextDue(standing(State.APPROVED, NOW, null), true, false)).isNull();
        assertThat(ArticleLife.nextDue(standing(State.RETIRED, NOW, LATER), true, true)).isNull();
    }
}
