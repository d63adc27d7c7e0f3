package io.waypost.app.outbox;

import io.waypost.core.outbox.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway that fails by script: one word a message; accepts when the script is at its end. */
final class ScriptedGateway implements Gateway {

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

    private final String name;
    private @Nullable Result known;
    private int asked;
    private final Channel channel;
    private final Deque<Fault> script = new ArrayDeque<>();
    private final List<Letter> left = new ArrayList<>();

    ScriptedGateway() {
        this("scripted", Channel.SMS);
    }

    ScriptedGateway(String name, Channel channel) {
        this.name = name;
        this.channel = channel;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    /** What is said of messages whose answer got lost; null says nothing. */
    synchronized void knows(Result result) {
        known = result;
    }

    @Override
    public boolean canBeAsked() {
        return true;
    }

    @Override
    public synchronized Optional<Result> ask(Letter letter, Instant now) {
        asked++;
        return Optional.ofNullable(known);
    }

    synchronized int asked() {
        return asked;
    }

    synchronized void script(Fault... faults) {
        script.clear();
        script.addAll(List.of(faults));
        left.clear();
    }

    synchronized List<Letter> left() {
        return List.copyOf(left);
    }

    @Override
    public synchronized List<Result> submit(List<Letter> letters) {
        var results = new ArrayList<Result>();
        for (var letter : letters) {
            var fault = script.isEmpty() ? Fault.NONE : script.poll();
            if (fault == Fault.NONE || fault == Fault.LOST_ANSWER || fault == Fault.CRASH) {
                left.add(letter);
            }
            results.add(switch (fault) {
                case NONE -> new Accepted(name + "-" + letter.id());
                case LOST_ANSWER -> new Unknown("TIMEOUT");
                case BUSY -> new Retryable("BUSY", Duration.ofSeconds(40));
                case REFUSED -> new Rejected("BLACK_LIST");
                case CRASH -> throw new IllegalStateException("The line broke.");
            });
        }
        return results;
    }
}
