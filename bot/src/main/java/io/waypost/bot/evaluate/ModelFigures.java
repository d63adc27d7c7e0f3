package io.waypost.bot.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * How a model did on the frozen examination, which no training sees (冻结考卷).
 *
 * @param first the first guess was right
 * @param two one of the first two was
 * @param turnedAway our business, taken for none; fewer are better
 * @param letThrough none of our business, taken for ours; fewer are better
 * @param wishes wishes for a person that were heard
 * @param falseWishes such wishes that were heard where there were none; fewer are better
 * @param sureRight acted upon without asking, and rightly
 * @param sureWrong acted upon without asking, and wrongly; fewer are better
 * @param anger anger or worse that was seen
 * @param falseAlarms calm customers taken for angry; fewer are better
 * @param severe what is severe and was seen
 */
public record ModelFigures(Share first, Share two, Share turnedAway, Share letThrough, Share wishes,
        Share falseWishes, Share sureRight, Share sureWrong, Share anger, Share falseAlarms, Share severe) {

    /** A figure in which a model is worse than another one, beyond what may be chance. */
    public enum Worse {
        FIRST,
        TWO,
        TURNED_AWAY,
        LET_THROUGH,
        WISHES,
        FALSE_WISHES,
        SURE_RIGHT,
        SURE_WRONG,
        ANGER,
        FALSE_ALARMS,
        SEVERE
    }

    /** So many lines of a hundred may go either way. */
    private static final double LOOSE = 0.01;
    private static final double LOOSER = 0.05;

    /** In what it is worse than the other; empty where it may take its place. A wish, anger and abuse may not be heard less often at all. */
    public List<Worse> worseThan(ModelFigures other) {
        var worse = new ArrayList<Worse>();
        fewer(worse, Worse.FIRST, first, other.first, LOOSE);
        fewer(worse, Worse.TWO, two, other.two, LOOSE);
        fewer(worse, Worse.TURNED_AWAY, other.turnedAway, turnedAway, LOOSE);
        fewer(worse, Worse.LET_THROUGH, other.letThrough, letThrough, LOOSER);
        fewer(worse, Worse.WISHES, wishes, other.wishes, 0);
        fewer(worse, Worse.FALSE_WISHES, other.falseWishes, falseWishes, 0);
        fewer(worse, Worse.SURE_RIGHT, sureRight, other.sureRight, LOOSER);
        fewer(worse, Worse.SURE_WRONG, other.sureWrong, sureWrong, LOOSE);
        fewer(worse, Worse.ANGER, anger, other.anger, 0);
        fewer(worse, Worse.FALSE_ALARMS, other.falseAlarms, falseAlarms, LOOSE);
        fewer(worse, Worse.SEVERE, severe, other.severe, 0);
        return List.copyOf(worse);
    }

    /** One of the figures. */
    public Share of(Worse figure) {
        return switch (figure) {
            case FIRST -> first;
            case TWO -> two;
            case TURNED_AWAY -> turnedAway;
            case LET_THROUGH -> letThrough;
            case WISHES -> wishes;
            case FALSE_WISHES -> falseWishes;
            case SURE_RIGHT -> sureRight;
            case SURE_WRONG -> sureWrong;
            case ANGER -> anger;
            case FALSE_ALARMS -> falseAlarms;
            case SEVERE -> severe;
        };
    }

    private static void fewer(List<Worse> worse, Worse what, Share good, Share bar, double loose) {
        int lines = loose == 0 ? 0 : Math.max(1, (int) (loose * bar.all()));
        if (good.right() < bar.right() - lines) {
            worse.add(what);
        }
    }
}
