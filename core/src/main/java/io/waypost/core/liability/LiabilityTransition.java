package io.waypost.core.liability;

import io.waypost.core.liability.LiabilityCommand.AcceptEvidence;
import io.waypost.core.liability.LiabilityCommand.Appeal;
import io.waypost.core.liability.LiabilityCommand.Arbitrate;
import io.waypost.core.liability.LiabilityCommand.GiveEvidence;
import io.waypost.core.liability.LiabilityCommand.Judge;
import io.waypost.core.liability.LiabilityCommand.Lapse;
import io.waypost.core.liability.LiabilityCommand.Rebut;
import io.waypost.core.liability.LiabilityCommand.Settle;
import io.waypost.core.liability.LiabilityState.Answered;
import io.waypost.core.liability.LiabilityState.Arbitration;
import io.waypost.core.liability.LiabilityState.Final;
import io.waypost.core.liability.LiabilityState.Judged;
import io.waypost.core.liability.LiabilityState.Standing;
import io.waypost.core.liability.LiabilityState.Undecided;
import io.waypost.core.liability.LiabilityState.Unjudged;
import java.util.List;
import java.util.Set;

/** A way from one state to another (追责状态转换). All there are stand here; a decision that takes another way is a defect and throws. */
public record LiabilityTransition(Class<? extends LiabilityState> from, Class<? extends LiabilityCommand> command,
        Class<? extends LiabilityState> to) {

    private static final List<LiabilityTransition> DECLARED = List.of(
            way(Unjudged.class, Judge.class, Judged.class),
            way(Unjudged.class, Judge.class, Undecided.class),
            way(Unjudged.class, Judge.class, Final.class),

            way(Undecided.class, Settle.class, Judged.class),
            way(Undecided.class, Settle.class, Standing.class),

            way(Judged.class, GiveEvidence.class, Answered.class),
            way(Judged.class, Lapse.class, Standing.class),

            way(Answered.class, GiveEvidence.class, Answered.class),
            way(Answered.class, GiveEvidence.class, Standing.class),
            way(Answered.class, Rebut.class, Standing.class),
            way(Answered.class, AcceptEvidence.class, Standing.class),
            way(Answered.class, AcceptEvidence.class, Undecided.class),
            way(Answered.class, AcceptEvidence.class, Final.class),

            way(Standing.class, Appeal.class, Arbitration.class),
            way(Standing.class, Lapse.class, Final.class),

            way(Arbitration.class, Arbitrate.class, Final.class));

    private static final Set<LiabilityTransition> KNOWN = Set.copyOf(DECLARED);

    /** Every way there is. */
    public static List<LiabilityTransition> declared() {
        return DECLARED;
    }

    static void require(LiabilityState from, LiabilityCommand command, LiabilityState to) {
        var taken = way(from.getClass(), command.getClass(), to.getClass());
        if (!KNOWN.contains(taken)) {
            throw new IllegalStateException("The transition %s is not declared.".formatted(taken));
        }
    }

    private static LiabilityTransition way(Class<? extends LiabilityState> from,
            Class<? extends LiabilityCommand> command, Class<? extends LiabilityState> to) {
        return new LiabilityTransition(from, command, to);
    }

    @Override
    public String toString() {
        return "%s --%s--> %s".formatted(from.getSimpleName(), command.getSimpleName(), to.getSimpleName());
    }
}
