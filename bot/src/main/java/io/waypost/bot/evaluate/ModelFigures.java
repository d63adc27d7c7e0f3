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
 * @param anger anger or worse that was seen
 * @param falseAlarms calm customers taken for angry; fewer are better
 * @param severe what is severe and was seen
 */
public record ModelFigures(Share first, Share two, Share turnedAway, Share letThrough, Share wishes, Share anger,
        Share falseAlarms, Share severe) {

    /** A figure in which a model is worse than another one, beyond what may be chance. */
    public enum Worse {
        FIRST,
        TWO,
        TURNED_AWAY,
        LET_THROUGH,
        WISHES,
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
            case ANGER -> anger;
            case FALSE_ALARMS -> falseAlarms;
            case SEVERE -> severe;
        };
    }

    private static void fewer(List<Worse> worse, Worse what, Share good, Share bar, double loose) {
        if (good.right() < bar.right() - Math.ceil(loose * bar.all())) {
            worse.add(what);
        }
    }
}
