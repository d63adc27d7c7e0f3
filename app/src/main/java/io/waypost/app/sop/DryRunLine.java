package io.waypost.app.sop;

import io.waypost.core.sop.DryRun.Outcome;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Stage;

/**
 * What a dry run counted (试算结果) of one stage, party, urgency and region.
 *
 * @param region the code of the region; empty where the unit has none
 * @param cases stages of tickets that both SOPs set a limit for, and of which both can be told
 * @param unknown those that cannot be told, or that one of both sets no limit for
 */
record DryRunLine(Stage stage, Party party, boolean urgent, String region, long cases, long unknown, DryRunCount before,
        DryRunCount after) {

    /**
     * How many of the cases would have been warned, would have been late and so escalated, and how often they would have climbed
     * on.
     */
    record DryRunCount(long warned, long late, long steps) {

        static final DryRunCount ZERO = new DryRunCount(0, 0, 0);

        DryRunCount plus(Outcome.Counted one) {
            return new DryRunCount(warned + (one.warned() ? 1 : 0), late + (one.late() ? 1 : 0), steps + one.steps());
        }
    }

    /** The line with one case more. */
    DryRunLine plus(Outcome was, Outcome is) {
        return was instanceof Outcome.Counted old && is instanceof Outcome.Counted now
                ? new DryRunLine(stage, party, urgent, region, cases + 1, unknown, before.plus(old), after.plus(now))
                : new DryRunLine(stage, party, urgent, region, cases, unknown + 1, before, after);
    }
}
