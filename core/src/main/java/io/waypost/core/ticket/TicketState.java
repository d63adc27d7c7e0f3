package io.waypost.core.ticket;

import io.waypost.core.sop.Stage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a ticket is in its life (工单状态). Each state carries only what is true in that state. */
public sealed interface TicketState {

    /** Its name, in the database and in the API. */
    Name name();

    /** Before the first command. */
    record Unopened() implements TicketState {

        @Override
        public Name name() {
            return Name.UNOPENED;
        }
    }

    /** Taken in; nobody has looked at it yet (新建). */
    record New() implements TicketState {

        @Override
        public Name name() {
            return Name.NEW;
        }
    }

    /** It is known what it is and whose desk answers for it (已分诊). */
    record Triaged() implements TicketState {

        @Override
        public Name name() {
            return Name.TRIAGED;
        }
    }

    /** A unit must say that it has it, or answer (已派发). */
    record Dispatched() implements TicketState {

        @Override
        public Name name() {
            return Name.DISPATCHED;
        }
    }

    /** It climbed: the unit above must take it on (已升级). */
    record Escalated() implements TicketState {

        @Override
        public Name name() {
            return Name.ESCALATED;
        }
    }

    /** It was over and is not: the customer disputes the result (已重开). */
    record Reopened() implements TicketState {

        @Override
        public Name name() {
            return Name.REOPENED;
        }
    }

    /** The unit says that it has the matter (已接单). */
    record Accepted() implements TicketState {

        @Override
        public Name name() {
            return Name.ACCEPTED;
        }
    }

    /** Somebody works on it (处理中). */
    record InProgress() implements TicketState {

        @Override
        public Name name() {
            return Name.IN_PROGRESS;
        }
    }

    /** Nothing can be done until somebody else acts, or until then (等待). */
    record Waiting(Instant until, WaitReason reason) implements TicketState {

        @Override
        public Name name() {
            return Name.WAITING;
        }
    }

    /** Answered; a scan, or the desk, shows whether that settles it (已回复). */
    record Replied() implements TicketState {

        @Override
        public Name name() {
            return Name.REPLIED;
        }
    }

    /** The unit says that it is settled; somebody else checks (申请完结). */
    record CloseApplied() implements TicketState {

        @Override
        public Name name() {
            return Name.CLOSE_APPLIED;
        }
    }

    /**
     * Checked; the customer is to be called (已审核).
     *
     * @param tries how often the customer was called and not reached
     */
    record Checked(int tries) implements TicketState {

        @Override
        public Name name() {
            return Name.CHECKED;
        }
    }

    /** The customer was called and has no objection (已回访). */
    record CalledBack(CallBackVerdict verdict) implements TicketState {

        @Override
        public Name name() {
            return Name.CALLED_BACK;
        }
    }

    /** The customer went to the regulator; the appeal decides (申诉中). */
    record Appealed() implements TicketState {

        @Override
        public Name name() {
            return Name.APPEALED;
        }
    }

    /** Asks for nothing more (已结案). */
    record Closed(CloseReason reason, Instant at) implements TicketState {

        @Override
        public Name name() {
            return Name.CLOSED;
        }
    }

    /** The complaint does not stand (已驳回). */
    record Rejected(RejectReason reason, Instant at) implements TicketState {

        @Override
        public Name name() {
            return Name.REJECTED;
        }
    }

    /** It was no matter at all (无效). */
    record Invalid(InvalidReason reason, Instant at) implements TicketState {

        @Override
        public Name name() {
            return Name.INVALID;
        }
    }

    /**
     * It goes on in another ticket (已并案).
     *
     * @param into the other ticket's number
     * @param before what it was, for whoever takes the merge back
     */
    record Merged(String into, TicketState before, Instant at) implements TicketState {

        @Override
        public Name name() {
            return Name.MERGED;
        }
    }

    /** When it was over; empty while it is not. */
    default Optional<Instant> endedAt() {
        return switch (this) {
            case Closed(_, var at) -> Optional.of(at);
            case Rejected(_, var at) -> Optional.of(at);
            case Invalid(_, var at) -> Optional.of(at);
            case Merged(_, _, var at) -> Optional.of(at);
            case Unopened _,New _,Triaged _,Dispatched _,Escalated _,Reopened _,Accepted _,InProgress _,Waiting _,Replied _,CloseApplied _,Checked _,CalledBack _,Appealed _ ->
                Optional.empty();
        };
    }

    /** Whether it is over. */
    default boolean ended() {
        return endedAt().isPresent();
    }

    /** What a waiting ticket waits for; the names are part of the API. */
    enum WaitReason {
        /** The customer must say or send something. */
        CUSTOMER,
        /** Photos, papers or a video must be found. */
        EVIDENCE,
        /** Another outlet or hub must act first. */
        OTHER_OUTLET,
        /** The police, customs or a regulator have the matter. */
        AUTHORITY,
        /** The parcel is on the road. */
        ROAD
    }

    /** The names of the states; they are part of the API. */
    enum Name {
        UNOPENED(Phase.DESK),
        NEW(Phase.DESK),
        TRIAGED(Phase.DESK),
        DISPATCHED(Phase.UNIT),
        ESCALATED(Phase.UNIT),
        REOPENED(Phase.UNIT),
        ACCEPTED(Phase.UNIT),
        IN_PROGRESS(Phase.UNIT),
        WAITING(Phase.WAITING),
        REPLIED(Phase.REPLIED),
        CLOSE_APPLIED(Phase.CHECK),
        CHECKED(Phase.CHECK),
        CALLED_BACK(Phase.CHECK),
        APPEALED(Phase.APPEAL),
        CLOSED(Phase.ENDED),
        REJECTED(Phase.ENDED),
        INVALID(Phase.ENDED),
        MERGED(Phase.ENDED);

        private final Phase phase;

        Name(Phase phase) {
            this.phase = phase;
        }

        /** What part of the life it belongs to. */
        public Phase phase() {
            return phase;
        }

        /** The stage of an SOP whose clock runs in it; empty where the stage before goes on, or none does. */
        public Optional<Stage> stage() {
            return switch (this) {
                case NEW, TRIAGED -> Optional.of(Stage.TRIAGE);
                case DISPATCHED, ESCALATED, REOPENED -> Optional.of(Stage.RESPONSE);
                case ACCEPTED, IN_PROGRESS -> Optional.of(Stage.SOLUTION);
                case REPLIED -> Optional.of(Stage.VERIFICATION);
                case CLOSE_APPLIED -> Optional.of(Stage.CHECK);
                case CHECKED, CALLED_BACK -> Optional.of(Stage.CALL_BACK);
                case UNOPENED, WAITING, APPEALED, CLOSED, REJECTED, INVALID, MERGED -> Optional.empty();
            };
        }

        /** All states in which a ticket is open. */
        public static Set<Name> open() {
            var open = EnumSet.allOf(Name.class);
            open.removeIf(name -> name.phase == Phase.ENDED || name == UNOPENED);
            return open;
        }
    }

    /** The parts of a ticket's life, for lists and counts (阶段); the names are part of the API. */
    enum Phase {
        /** At the desk that took it in. */
        DESK,
        /** A unit owes an answer or works on it. */
        UNIT,
        /** Nothing is asked of anybody for now. */
        WAITING,
        /** Answered, not yet shown true. */
        REPLIED,
        /** Being checked, or the customer is being called. */
        CHECK,
        /** Before the regulator. */
        APPEAL,
        /** Over. */
        ENDED
    }
}
