package io.waypost.core.appeal;

import io.waypost.core.appeal.AppealCommand.AskEvidence;
import io.waypost.core.appeal.AppealCommand.Assign;
import io.waypost.core.appeal.AppealCommand.Check;
import io.waypost.core.appeal.AppealCommand.Close;
import io.waypost.core.appeal.AppealCommand.Draft;
import io.waypost.core.appeal.AppealCommand.GiveEvidence;
import io.waypost.core.appeal.AppealCommand.Investigate;
import io.waypost.core.appeal.AppealCommand.Receive;
import io.waypost.core.appeal.AppealCommand.RefuseIntake;
import io.waypost.core.appeal.AppealCommand.Reopen;
import io.waypost.core.appeal.AppealCommand.Send;
import io.waypost.core.appeal.AppealCommand.SendBack;
import io.waypost.core.appeal.AppealCommand.StopWaiting;
import io.waypost.core.appeal.AppealCommand.Withdraw;
import io.waypost.core.appeal.AppealState.Assigned;
import io.waypost.core.appeal.AppealState.Closed;
import io.waypost.core.appeal.AppealState.Investigating;
import io.waypost.core.appeal.AppealState.Received;
import io.waypost.core.appeal.AppealState.Refused;
import io.waypost.core.appeal.AppealState.Reopened;
import io.waypost.core.appeal.AppealState.Replied;
import io.waypost.core.appeal.AppealState.ReplyChecked;
import io.waypost.core.appeal.AppealState.ReplyDrafted;
import io.waypost.core.appeal.AppealState.Unreceived;
import io.waypost.core.appeal.AppealState.WaitingEvidence;
import java.util.List;
import java.util.Set;

/** A way from one state to another (申诉状态转换). All there are stand here; a decision that takes another way is a defect and throws. */
public record AppealTransition(
        Class<? extends AppealState> from,
        Class<? extends AppealCommand> command,
        Class<? extends AppealState> to) {

    private static final List<AppealTransition> DECLARED = List.of(
            way(Unreceived.class, Receive.class, Received.class),

            way(Received.class, RefuseIntake.class, Refused.class),
            way(Received.class, Assign.class, Assigned.class),

            way(Assigned.class, RefuseIntake.class, Refused.class),
            way(Assigned.class, Assign.class, Assigned.class),
            way(Assigned.class, Investigate.class, Investigating.class),
            way(Assigned.class, Withdraw.class, Closed.class),

            way(Investigating.class, Assign.class, Investigating.class),
            way(Investigating.class, Investigate.class, Investigating.class),
            way(Investigating.class, AskEvidence.class, WaitingEvidence.class),
            way(Investigating.class, GiveEvidence.class, Investigating.class),
            way(Investigating.class, Draft.class, ReplyDrafted.class),
            way(Investigating.class, Withdraw.class, Closed.class),

            way(WaitingEvidence.class, Assign.class, WaitingEvidence.class),
            way(WaitingEvidence.class, AskEvidence.class, WaitingEvidence.class),
            way(WaitingEvidence.class, GiveEvidence.class, WaitingEvidence.class),
            way(WaitingEvidence.class, GiveEvidence.class, Investigating.class),
            way(WaitingEvidence.class, StopWaiting.class, Investigating.class),
            way(WaitingEvidence.class, Withdraw.class, Closed.class),

            way(ReplyDrafted.class, Assign.class, ReplyDrafted.class),
            way(ReplyDrafted.class, Draft.class, ReplyDrafted.class),
            way(ReplyDrafted.class, SendBack.class, Investigating.class),
            way(ReplyDrafted.class, Check.class, ReplyChecked.class),
            way(ReplyDrafted.class, GiveEvidence.class, ReplyDrafted.class),
            way(ReplyDrafted.class, Withdraw.class, Closed.class),

            way(ReplyChecked.class, Assign.class, ReplyChecked.class),
            way(ReplyChecked.class, GiveEvidence.class, ReplyChecked.class),
            way(ReplyChecked.class, SendBack.class, Investigating.class),
            way(ReplyChecked.class, Send.class, Replied.class),
            way(ReplyChecked.class, Withdraw.class, Closed.class),

            way(Replied.class, Assign.class, Replied.class),
            way(Replied.class, Close.class, Closed.class),
            way(Replied.class, Withdraw.class, Closed.class),
            way(Replied.class, Reopen.class, Reopened.class),

            way(Reopened.class, Assign.class, Reopened.class),
            way(Reopened.class, Investigate.class, Investigating.class),
            way(Reopened.class, Withdraw.class, Closed.class),

            way(Closed.class, Reopen.class, Reopened.class));

    private static final Set<AppealTransition> KNOWN = Set.copyOf(DECLARED);

    /** Every way there is. */
    public static List<AppealTransition> declared() {
        return DECLARED;
    }

    static void require(AppealState from, AppealCommand command, AppealState to) {
        var taken = way(from.getClass(), command.getClass(), to.getClass());
        if (!KNOWN.contains(taken)) {
            throw new IllegalStateException("The transition %s is not declared.".formatted(taken));
        }
    }

    private static AppealTransition way(
            Class<? extends AppealState> from,
            Class<? extends AppealCommand> command,
            Class<? extends AppealState> to) {
        return new AppealTransition(from, command, to);
    }

    @Override
    public String toString() {
        return "%s --%s--> %s".formatted(from.getSimpleName(), command.getSimpleName(), to.getSimpleName());
    }
}
