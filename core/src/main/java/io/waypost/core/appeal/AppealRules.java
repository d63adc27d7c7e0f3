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
import io.waypost.core.appeal.AppealDecision.Accepted;
import io.waypost.core.appeal.AppealDecision.Declined;
import io.waypost.core.appeal.AppealDecision.Refusal;
import io.waypost.core.appeal.AppealState.Assigned;
import io.waypost.core.appeal.AppealState.Closed;
import io.waypost.core.appeal.AppealState.Finding;
import io.waypost.core.appeal.AppealState.Investigating;
import io.waypost.core.appeal.AppealState.Received;
import io.waypost.core.appeal.AppealState.Refused;
import io.waypost.core.appeal.AppealState.Reopened;
import io.waypost.core.appeal.AppealState.Replied;
import io.waypost.core.appeal.AppealState.ReplyChecked;
import io.waypost.core.appeal.AppealState.ReplyDrafted;
import io.waypost.core.appeal.AppealState.Unreceived;
import io.waypost.core.appeal.AppealState.WaitingEvidence;
import java.time.Instant;

/** The life of an appeal (申诉状态机). Pure. Every way there is stands in {@link AppealTransition}. */
public final class AppealRules {

    private AppealRules() {}

    /** Decides about a command. */
    public static AppealDecision decide(Appeal appeal, AppealCommand command, Instant now) {
        var decision = switch (appeal.state()) {
            case Unreceived() ->
                command instanceof Receive ? to(appeal, new Received()) : no(Refusal.NOT_RECEIVED);
            case Received() -> received(appeal, command);
            case Assigned at -> assigned(appeal, at, command);
            case Investigating at -> investigating(appeal, at, command);
            case WaitingEvidence at -> waiting(appeal, at, command);
            case ReplyDrafted at -> drafted(appeal, at, command);
            case ReplyChecked at -> checked(appeal, at, command, now);
            case Replied at -> replied(appeal, at, command);
            case Reopened at -> reopened(appeal, at, command);
            case Closed at -> closed(appeal, at, command);
            case Refused _ -> no(Refusal.INTAKE_REFUSED);
        };
        if (decision instanceof Accepted(var next)) {
            AppealTransition.require(appeal.state(), command, next.state());
        }
        return decision;
    }

    private static AppealDecision received(Appeal appeal, AppealCommand command) {
        return switch (command) {
            case RefuseIntake(var reason) -> to(appeal, new Refused(reason));
            case Assign(var handler) -> to(appeal, new Assigned(handler));
            case Receive() -> no(Refusal.ALREADY_RECEIVED);
            case Close _ -> no(Refusal.NOT_REPLIED);
            case Reopen() -> no(Refusal.NOT_REPLIED);
            case Investigate() -> no(Refusal.NOT_ASSIGNED);
            case AskEvidence _ -> no(Refusal.NOT_ASSIGNED);
            case GiveEvidence _ -> no(Refusal.NOT_ASKED);
            case StopWaiting() -> no(Refusal.NOT_ASKED);
            case Draft _ -> no(Refusal.NOT_ASSIGNED);
            case SendBack() -> no(Refusal.NO_REPLY);
            case Check _ -> no(Refusal.NO_REPLY);
            case Send() -> no(Refusal.NO_REPLY);
            case Withdraw() -> no(Refusal.NOT_ASSIGNED);
        };
    }

    private static AppealDecision assigned(Appeal appeal, Assigned at, AppealCommand command) {
        return switch (command) {
            case RefuseIntake(var reason) -> to(appeal, new Refused(reason));
            case Assign(var handler) -> to(appeal, new Assigned(handler));
            case Investigate() -> to(appeal, new Investigating(at.handler()));
            case Withdraw() -> to(appeal, new Closed(at.handler(), Finding.WITHDRAWN));
            case Receive() -> no(Refusal.ALREADY_RECEIVED);
            case AskEvidence _ -> no(Refusal.NOT_INVESTIGATING);
            case GiveEvidence _ -> no(Refusal.NOT_ASKED);
            case StopWaiting() -> no(Refusal.NOT_ASKED);
            case Draft _ -> no(Refusal.NOT_INVESTIGATING);
            case SendBack() -> no(Refusal.NO_REPLY);
            case Check _ -> no(Refusal.NO_REPLY);
            case Send() -> no(Refusal.NO_REPLY);
            case Reopen() -> no(Refusal.NOT_REPLIED);
            case Close _ -> no(Refusal.NOT_REPLIED);
        };
    }

    private static AppealDecision investigating(Appeal appeal, Investigating at, AppealCommand command) {
        return switch (command) {
            case Assign(var handler) -> to(appeal, new Investigating(handler));
            case AskEvidence(var units) ->
                units > 0 ? to(appeal, new WaitingEvidence(at.handler())) : no(Refusal.NOBODY_ASKED);
            // Late evidence, after nobody waited any longer, is taken all the same.
            case GiveEvidence _ -> to(appeal, at);
            case Draft draft -> AppealReplies.draft(appeal, at.handler(), draft);
            case Withdraw() -> to(appeal, new Closed(at.handler(), Finding.WITHDRAWN));
            case RefuseIntake _ -> no(Refusal.WORK_BEGUN);
            case Receive() -> no(Refusal.ALREADY_RECEIVED);
            case Investigate() -> to(appeal, at);
            case StopWaiting() -> no(Refusal.NOT_ASKED);
            case SendBack() -> no(Refusal.NO_REPLY);
            case Check _ -> no(Refusal.NO_REPLY);
            case Send() -> no(Refusal.NO_REPLY);
            case Reopen() -> no(Refusal.NOT_REPLIED);
            case Close _ -> no(Refusal.NOT_REPLIED);
        };
    }

    private static AppealDecision waiting(Appeal appeal, WaitingEvidence at, AppealCommand command) {
        return switch (command) {
            case Assign(var handler) -> to(appeal, new WaitingEvidence(handler));
            case AskEvidence(var units) -> units > 0 ? to(appeal, at) : no(Refusal.NOBODY_ASKED);
            case GiveEvidence(var othersAsked) ->
                to(appeal, othersAsked ? at : new Investigating(at.handler()));
            case StopWaiting() -> to(appeal, new Investigating(at.handler()));
            case Withdraw() -> to(appeal, new Closed(at.handler(), Finding.WITHDRAWN));
            case Investigate() -> no(Refusal.NOT_INVESTIGATING);
            case Draft _ -> no(Refusal.NOT_INVESTIGATING);
            case RefuseIntake _ -> no(Refusal.WORK_BEGUN);
            case Receive() -> no(Refusal.ALREADY_RECEIVED);
            case SendBack() -> no(Refusal.NO_REPLY);
            case Check _ -> no(Refusal.NO_REPLY);
            case Send() -> no(Refusal.NO_REPLY);
            case Reopen() -> no(Refusal.NOT_REPLIED);
            case Close _ -> no(Refusal.NOT_REPLIED);
        };
    }

    private static AppealDecision drafted(Appeal appeal, ReplyDrafted at, AppealCommand command) {
        return switch (command) {
            case Assign(var handler) -> to(appeal, new ReplyDrafted(handler, at.author(), at.liability()));
            case Draft draft -> AppealReplies.draft(appeal, at.handler(), draft);
            case SendBack() -> to(appeal, new Investigating(at.handler()));
            case Check(var checker) -> AppealReplies.check(appeal, at, checker);
            case GiveEvidence _ -> to(appeal, at);
            case Withdraw() -> to(appeal, new Closed(at.handler(), Finding.WITHDRAWN));
            case Send() -> no(Refusal.NOT_CHECKED);
            case AskEvidence _ -> no(Refusal.REPLY_STANDS);
            case StopWaiting() -> no(Refusal.NOT_ASKED);
            case Investigate() -> no(Refusal.REPLY_STANDS);
            case RefuseIntake _ -> no(Refusal.WORK_BEGUN);
            case Receive() -> no(Refusal.ALREADY_RECEIVED);
            case Reopen() -> no(Refusal.NOT_REPLIED);
            case Close _ -> no(Refusal.NOT_REPLIED);
        };
    }

    private static AppealDecision checked(Appeal appeal, ReplyChecked at, AppealCommand command, Instant now) {
        return switch (command) {
            case Assign(var handler) ->
                to(appeal, new ReplyChecked(handler, at.author(), at.checker(), at.liability()));
            case SendBack() -> to(appeal, new Investigating(at.handler()));
            case Send() -> to(appeal, new Replied(at.handler(), at.liability(), now));
            case Withdraw() -> to(appeal, new Closed(at.handler(), Finding.WITHDRAWN));
            case Draft _ -> no(Refusal.REPLY_STANDS);
            case Check _ -> no(Refusal.REPLY_STANDS);
            case AskEvidence _ -> no(Refusal.REPLY_STANDS);
            case GiveEvidence _ -> to(appeal, at);
            case StopWaiting() -> no(Refusal.NOT_ASKED);
            case Investigate() -> no(Refusal.REPLY_STANDS);
            case RefuseIntake _ -> no(Refusal.WORK_BEGUN);
            case Receive() -> no(Refusal.ALREADY_RECEIVED);
            case Reopen() -> no(Refusal.NOT_REPLIED);
            case Close _ -> no(Refusal.NOT_REPLIED);
        };
    }

    private static AppealDecision replied(Appeal appeal, Replied at, AppealCommand command) {
        return switch (command) {
            case Close(var finding) -> to(appeal, new Closed(at.handler(), finding));
            case Withdraw() -> to(appeal, new Closed(at.handler(), Finding.WITHDRAWN));
            case Reopen() -> AppealReplies.reopen(appeal, at.handler());
            case Assign(var handler) -> to(appeal, new Replied(handler, at.liability(), at.at()));
            case Receive() -> no(Refusal.ALREADY_RECEIVED);
            case RefuseIntake _ -> no(Refusal.ALREADY_REPLIED);
            case Investigate() -> no(Refusal.ALREADY_REPLIED);
            case AskEvidence _ -> no(Refusal.ALREADY_REPLIED);
            case GiveEvidence _ -> no(Refusal.ALREADY_REPLIED);
            case StopWaiting() -> no(Refusal.ALREADY_REPLIED);
            case Draft _ -> no(Refusal.ALREADY_REPLIED);
            case SendBack() -> no(Refusal.ALREADY_REPLIED);
            case Check _ -> no(Refusal.ALREADY_REPLIED);
            case Send() -> no(Refusal.ALREADY_REPLIED);
        };
    }

    private static AppealDecision reopened(Appeal appeal, Reopened at, AppealCommand command) {
        return switch (command) {
            case Assign(var handler) -> to(appeal, new Reopened(handler));
            case Investigate() -> to(appeal, new Investigating(at.handler()));
            case Withdraw() -> to(appeal, new Closed(at.handler(), Finding.WITHDRAWN));
            case Receive() -> no(Refusal.ALREADY_RECEIVED);
            case RefuseIntake _ -> no(Refusal.WORK_BEGUN);
            case AskEvidence _ -> no(Refusal.NOT_INVESTIGATING);
            case GiveEvidence _ -> no(Refusal.NOT_ASKED);
            case StopWaiting() -> no(Refusal.NOT_ASKED);
            case Draft _ -> no(Refusal.NOT_INVESTIGATING);
            case SendBack() -> no(Refusal.NO_REPLY);
            case Check _ -> no(Refusal.NO_REPLY);
            case Send() -> no(Refusal.NO_REPLY);
            case Reopen() -> no(Refusal.NOT_REPLIED);
            case Close _ -> no(Refusal.NOT_REPLIED);
        };
    }

    private static AppealDecision closed(Appeal appeal, Closed at, AppealCommand command) {
        return command instanceof Reopen ? AppealReplies.reopen(appeal, at.handler()) : no(Refusal.APPEAL_CLOSED);
    }

    static AppealDecision to(Appeal appeal, AppealState next) {
        return new Accepted(appeal.to(next));
    }

    static AppealDecision no(Refusal reason) {
        return new Declined(reason);
    }
}
