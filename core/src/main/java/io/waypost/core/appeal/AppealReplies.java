package io.waypost.core.appeal;

import io.waypost.core.appeal.AppealCommand.Draft;
import io.waypost.core.appeal.AppealDecision.Accepted;
import io.waypost.core.appeal.AppealDecision.Refusal;
import io.waypost.core.appeal.AppealState.Reopened;
import io.waypost.core.appeal.AppealState.ReplyChecked;
import io.waypost.core.appeal.AppealState.ReplyDrafted;
import java.util.UUID;

/** What a reply to the authority must be: proved, with the parcel's timeline, and read by a second person. */
final class AppealReplies {

    private AppealReplies() {}

    static AppealDecision draft(Appeal appeal, UUID handler, Draft draft) {
        if (draft.reply().evidence() < 1) {
            return AppealRules.no(Refusal.NO_EVIDENCE);
        }
        if (!draft.reply().timeline()) {
            return AppealRules.no(Refusal.NO_TIMELINE);
        }
        return AppealRules.to(appeal, new ReplyDrafted(handler, draft.author(), draft.reply().liability()));
    }

    static AppealDecision check(Appeal appeal, ReplyDrafted at, UUID checker) {
        return checker.equals(at.author())
                ? AppealRules.no(Refusal.SAME_PERSON)
                : AppealRules.to(appeal, new ReplyChecked(at.handler(), at.author(), checker, at.liability()));
    }

    static AppealDecision reopen(Appeal appeal, UUID handler) {
        return appeal.round() >= Appeal.ROUNDS
                ? AppealRules.no(Refusal.NO_THIRD_ROUND)
                : new Accepted(new Appeal(appeal.round() + 1, new Reopened(handler)));
    }
}
