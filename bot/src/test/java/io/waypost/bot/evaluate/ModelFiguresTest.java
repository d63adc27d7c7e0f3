package io.waypost.bot.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.bot.evaluate.ModelFigures.Worse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B1 a model takes another one's place only where its examination finds it no worse")
class ModelFiguresTest {

    private static final ModelFigures BAR = figures(220, 230, 3, 13, 38, 2, 160, 5, 57, 2, 31);

    @Test
    void letsPassWhatIsAsGoodUpToALineInAHundred() {
        assertThat(BAR.worseThan(BAR)).isEmpty();
        assertThat(figures(218, 228, 5, 16, 38, 2, 150, 7, 57, 3, 31).worseThan(BAR)).isEmpty();
        assertThat(figures(233, 233, 0, 0, 40, 0, 233, 0, 61, 0, 31).worseThan(BAR)).isEmpty();
    }

    @Test
    void namesEveryFigureInWhichItIsWorse() {
        assertThat(figures(217, 230, 3, 13, 38, 2, 160, 5, 57, 2, 31).worseThan(BAR)).containsExactly(Worse.FIRST);
        assertThat(figures(220, 227, 6, 17, 37, 3, 148, 8, 56, 4, 30).worseThan(BAR)).containsExactly(Worse.TWO,
                Worse.TURNED_AWAY, Worse.LET_THROUGH, Worse.WISHES, Worse.FALSE_WISHES, Worse.SURE_RIGHT,
                Worse.SURE_WRONG, Worse.ANGER, Worse.FALSE_ALARMS, Worse.SEVERE);
    }

    private static ModelFigures figures(int first, int two, int turned, int through, int wishes, int falseWishes,
            int sureRight, int sureWrong, int anger, int calm, int severe) {
        return new ModelFigures(new Share(first, 233), new Share(two, 233), new Share(turned, 233),
                new Share(through, 60), new Share(wishes, 40), new Share(falseWishes, 40), new Share(sureRight, 233),
                new Share(sureWrong, 233), new Share(anger, 61), new Share(calm, 75), new Share(severe, 31));
    }
}
