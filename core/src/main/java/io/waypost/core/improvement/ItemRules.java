package io.waypost.core.improvement;

import io.waypost.core.improvement.Comparison.Trend;
import io.waypost.core.improvement.ItemCommand.Accept;
import io.waypost.core.improvement.ItemCommand.Drop;
import io.waypost.core.improvement.ItemCommand.Finish;
import io.waypost.core.improvement.ItemCommand.Start;
import io.waypost.core.improvement.ItemDecision.Declined;
import io.waypost.core.improvement.ItemDecision.Granted;
import io.waypost.core.improvement.ItemDecision.Reason;
import io.waypost.core.improvement.ItemState.Accepted;
import io.waypost.core.improvement.ItemState.Done;
import io.waypost.core.improvement.ItemState.Dropped;
import io.waypost.core.improvement.ItemState.Failed;
import io.waypost.core.improvement.ItemState.InProgress;
import io.waypost.core.improvement.ItemState.Proposed;
import io.waypost.core.improvement.ItemState.Verified;
import java.time.Duration;
import java.time.Instant;

/** The life of an improvement item (改进项流程): proposed, accepted, begun, done, and then the figures decide. */
public final class ItemRules {

    /** How long is looked at before an item, and after it. */
    public static final int WEEKS = 4;
    /** How often it is looked again, each time over four weeks more, before too few tickets count as not proved. */
    public static final int MOST_LOOKS = 3;

    private ItemRules() {}

    /** What becomes of an item in that state. */
    public static ItemDecision decide(ItemState state, ItemCommand command) {
        return switch (state) {
            case Proposed() -> proposed(command);
            case Accepted() -> accepted(command);
            case InProgress() -> inProgress(command);
            case Done done -> command instanceof ItemCommand.Measure(var comparison)
                    ? new Granted(measured(done, comparison))
                    : new Declined(Reason.ALREADY_DONE);
            case Verified _,Failed _,Dropped _ -> new Declined(Reason.ITEM_ENDED);
        };
    }

    /** When an item that is done is to be compared next. */
    public static Instant comparedAt(Done done) {
        return done.at().plus(Duration.ofDays(7L * weeksAfter(done)));
    }

    /** How many weeks after it was done are looked at. */
    public static int weeksAfter(Done done) {
        return WEEKS * (done.looks() + 1);
    }

    private static ItemDecision proposed(ItemCommand command) {
        return switch (command) {
            case Accept() -> new Granted(new Accepted());
            case Drop() -> new Granted(new Dropped());
            case Start() -> new Declined(Reason.NOT_ACCEPTED);
            case Finish _ -> new Declined(Reason.NOT_ACCEPTED);
            case ItemCommand.Measure _ -> new Declined(Reason.NOT_DONE);
        };
    }

    private static ItemDecision accepted(ItemCommand command) {
        return switch (command) {
            case Accept() -> new Declined(Reason.ALREADY_ACCEPTED);
            case Start() -> new Granted(new InProgress());
            case Drop() -> new Granted(new Dropped());
            case Finish _ -> new Declined(Reason.NOT_STARTED);
            case ItemCommand.Measure _ -> new Declined(Reason.NOT_DONE);
        };
    }

    private static ItemDecision inProgress(ItemCommand command) {
        return switch (command) {
            case Accept() -> new Declined(Reason.ALREADY_ACCEPTED);
            case Start() -> new Declined(Reason.ALREADY_STARTED);
            case Finish(var at) -> new Granted(new Done(at, 0));
            case Drop() -> new Granted(new Dropped());
            case ItemCommand.Measure _ -> new Declined(Reason.NOT_DONE);
        };
    }

    private static ItemState measured(Done done, Comparison comparison) {
        if (comparison.trend() == Trend.FELL) {
            return new Verified(comparison);
        }
        return comparison.trend() == Trend.TOO_FEW && done.looks() + 1 < MOST_LOOKS
                ? new Done(done.at(), done.looks() + 1)
                : new Failed(comparison);
    }
}
