package io.waypost.app.notice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A gateway that fails by script: one word a message; accepts when the script is at its end. */
final class ScriptedGateway implements SmsGateway {

    /** What happens to a message. */
    enum Fault {
        NONE,
        /** It leaves, and the answer gets lost. */
        LOST_ANSWER,
        /** It does not leave: the line is busy. */
        BUSY,
        /** It is refused for good. */
        REFUSED,
        /** It leaves, and then everything breaks. */
        CRASH
    }

    private final Deque<Fault> script = new ArrayDeque<>();
    private final List<Sms> left = new ArrayList<>();

    synchronized void script(Fault... faults) {
        script.clear();
        script.addAll(List.of(faults));
        left.clear();
    }

    synchronized List<Sms> left() {
        return List.copyOf(left);
    }

    @Override
    public synchronized List<Result> submit(List<Sms> messages) {
        var results = new ArrayList<Result>();
        for (var sms : messages) {
            var fault = script.isEmpty() ? Fault.NONE : script.poll();
            if (fault == Fault.NONE || fault == Fault.LOST_ANSWER || fault == Fault.CRASH) {
                left.add(sms);
            }
            results.add(switch (fault) {
                case NONE -> new Accepted("scripted-" + sms.id());
                case LOST_ANSWER -> new Unknown("TIMEOUT");
                case BUSY -> new Retryable("BUSY", Duration.ofSeconds(40));
                case REFUSED -> new Rejected("BLACK_LIST");
                case CRASH -> throw new IllegalStateException("The line broke.");
            });
        }
        return results;
    }
}
