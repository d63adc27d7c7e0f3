package io.waypost.core.ticket;

import io.waypost.core.sop.Sop;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.TicketState.Appealed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far a case is, as its customer sees it (办理进度): the stages of its SOP in five plain steps and an end. Pure. */
public final class CaseProgress {

    private CaseProgress() {}

    /** The steps in their order; the names are part of the API. */
    public enum Step {
        /** We have it (收到). */
        RECEIVED,
        /** We find out what happened (核实). */
        VERIFYING,
        /** It is put right (处理). */
        HANDLING,
        /** Somebody else looks at the result (复核). */
        REVIEWING,
        /** The customer is asked whether it is right (回访). */
        CALLING_BACK,
        /** It is over (结束). */
        ENDED
    }

    /** Where a step stands; the names are part of the API. */
    public enum Mark {
        DONE,
        NOW,
        TO_DO
    }

    /** A step and where it stands. */
    public record Line(Step step, Mark mark) {}

    /** The steps that the SOP has, up to the end. */
    public static List<Line> of(Ticket ticket, Sop sop) {
        var now = now(ticket, sop);
        var lines = new ArrayList<Line>();
        for (var step : Step.values()) {
            if (there(step, sop)) {
                int order = step.compareTo(now);
                lines.add(new Line(step, ticket.ended() || order < 0
                        ? Mark.DONE
                        : order == 0 ? Mark.NOW : Mark.TO_DO));
            }
        }
        return List.copyOf(lines);
    }

    private static Step now(Ticket ticket, Sop sop) {
        if (ticket.ended()) {
            return Step.ENDED;
        }
        var wanted = wanted(ticket, sop);
        return Arrays.stream(Step.values()).filter(step -> step.compareTo(wanted) <= 0 && there(step, sop))
                .reduce(Step.RECEIVED, (_, later) -> later);
    }

    /** A wait belongs to the stage that waits; what the regulator has before it is being looked at again. */
    private static Step wanted(Ticket ticket, Sop sop) {
        if (ticket.state() instanceof Appealed) {
            return Step.REVIEWING;
        }
        var clock = ticket.clock();
        var stage = clock == null ? ticket.state().name().stage().orElse(Stage.SOLUTION) : clock.stage();
        return step(stage, sop);
    }

    private static Step step(Stage stage, Sop sop) {
        return switch (stage) {
            case TRIAGE -> Step.RECEIVED;
            case RESPONSE -> sop.has(Stage.SOLUTION) ? Step.VERIFYING : Step.HANDLING;
            case SOLUTION -> Step.HANDLING;
            case VERIFICATION, CHECK -> Step.REVIEWING;
            case CALL_BACK -> Step.CALLING_BACK;
        };
    }

    private static boolean there(Step step, Sop sop) {
        return switch (step) {
            case RECEIVED, ENDED -> true;
            case VERIFYING, HANDLING, REVIEWING, CALLING_BACK ->
                sop.stages().stream().anyMatch(stage -> step(stage.stage(), sop) == step);
        };
    }
}
