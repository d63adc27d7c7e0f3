package io.waypost.app.delay;

import io.waypost.core.delay.DelayBacktest;
import io.waypost.core.delay.DelayPolicy;
import io.waypost.core.delay.DelayScore;
import io.waypost.core.delay.DelayScore.Tenth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a version did on parcels it was not learnt from (回测结果), beside the rule "elapsed &gt; promise − 12 h" on the same ones. */
record DelayFigures(List<Ahead> ahead) {

    DelayFigures {
        ahead = List.copyOf(ahead);
    }

    /**
     * So many hours before the promises.
     *
     * @param cases parcels that were under way then
     * @param missedShare share of them that missed their promise
     * @param clock the rule beside
     * @param calibration the stated risks by tenths, against what happened
     */
    record Ahead(int hours, long cases, double missedShare, Measured forecast, Measured clock,
            List<Tenth> calibration) {

        Ahead {
            calibration = List.copyOf(calibration);
        }
    }

    /**
     * Warnings against what happened.
     *
     * @param warned how many were warned of
     * @param precision share of the warnings that were right; null where nothing was warned of
     * @param recall share of the missed promises that were warned of; null where none was missed
     * @param auroc how likely a missed promise was given a higher risk than a kept one
     * @param brier mean squared error of the risk
     */
    record Measured(long warned, @Nullable Double precision, @Nullable Double recall, double auroc, double brier) {}

    static DelayFigures of(DelayBacktest test) {
        return new DelayFigures(DelayBacktest.AHEAD.stream().map(hours -> {
            var forecast = test.model(hours);
            return new Ahead(hours, forecast.size(), forecast.missedShare(), measured(forecast),
                    measured(test.naive(hours)), forecast.calibration());
        }).toList());
    }

    private static Measured measured(DelayScore score) {
        var warned = score.at(DelayPolicy.defaults().warnAt());
        long all = warned.right() + warned.wrong();
        return new Measured(all, all == 0 ? null : warned.precision(),
                warned.right() + warned.missed() == 0 ? null : warned.recall(), score.auroc(), score.brier());
    }
}
