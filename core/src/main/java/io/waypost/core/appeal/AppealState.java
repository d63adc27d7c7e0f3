package io.waypost.core.appeal;

import java.time.Instant;
import java.util.UUID;

/** Where an appeal is in its life (申诉状态). Each state carries only what is true in that state. */
public sealed interface AppealState {

    /** How lists and the API name a state. */
    enum Name {
        UNRECEIVED,
        RECEIVED,
        ASSIGNED,
        INVESTIGATING,
        WAITING_EVIDENCE,
        REPLY_DRAFTED,
        REPLY_CHECKED,
        REPLIED,
        REOPENED_BY_AUTHORITY,
        AUTHORITY_CLOSED,
        REFUSED_INTAKE
    }

    /** Its name. */
    Name name();

    /** Whether the authority still waits for an answer of ours. */
    default boolean owesAnswer() {
        return switch (name()) {
            case RECEIVED, ASSIGNED, INVESTIGATING, WAITING_EVIDENCE, REPLY_DRAFTED, REPLY_CHECKED,
                    REOPENED_BY_AUTHORITY ->
                true;
            case UNRECEIVED, REPLIED, AUTHORITY_CLOSED, REFUSED_INTAKE -> false;
        };
    }

    /** Before the first command. */
    record Unreceived() implements AppealState {

        @Override
        public Name name() {
            return Name.UNRECEIVED;
        }
    }

    /** It is here, and nobody has it yet (已收到). */
    record Received() implements AppealState {

        @Override
        public Name name() {
            return Name.RECEIVED;
        }
    }

    /** Somebody is to answer it (已分派). */
    record Assigned(UUID handler) implements AppealState {

        @Override
        public Name name() {
            return Name.ASSIGNED;
        }
    }

    /** It is being looked into (调查中). */
    record Investigating(UUID handler) implements AppealState {

        @Override
        public Name name() {
            return Name.INVESTIGATING;
        }
    }

    /** Units were asked for evidence (等待举证). The period of law runs on. */
    record WaitingEvidence(UUID handler) implements AppealState {

        @Override
        public Name name() {
            return Name.WAITING_EVIDENCE;
        }
    }

    /** A reply is written and waits for a second person (答复待复核). */
    record ReplyDrafted(UUID handler, UUID author, Liability liability) implements AppealState {

        @Override
        public Name name() {
            return Name.REPLY_DRAFTED;
        }
    }

    /** The second person agreed (答复已复核). */
    record ReplyChecked(UUID handler, UUID author, UUID checker, Liability liability) implements AppealState {

        @Override
        public Name name() {
            return Name.REPLY_CHECKED;
        }
    }

    /** The authority has our answer (已回复邮政). */
    record Replied(UUID handler, Liability liability, Instant at) implements AppealState {

        @Override
        public Name name() {
            return Name.REPLIED;
        }
    }

    /** The customer was not content, and the authority asks a second time (邮政再次转办). */
    record Reopened(UUID handler) implements AppealState {

        @Override
        public Name name() {
            return Name.REOPENED_BY_AUTHORITY;
        }
    }

    /** The authority asks for nothing more (邮政已结案). */
    record Closed(UUID handler, Finding finding) implements AppealState {

        @Override
        public Name name() {
            return Name.AUTHORITY_CLOSED;
        }
    }

    /** Sent back to the authority (不予受理). */
    record Refused(RefusalOfIntake reason) implements AppealState {

        @Override
        public Name name() {
            return Name.REFUSED_INTAKE;
        }
    }

    /** What the authority found; the names are part of the API. */
    enum Finding {
        LIABLE,
        PARTLY,
        NOT_LIABLE,
        /** The customer took the appeal back (撤诉). */
        WITHDRAWN;

        /** Whether the appeal counts as valid (有效申诉). */
        public boolean valid() {
            return this == LIABLE || this == PARTLY;
        }
    }
}
