package io.waypost.chat.edge;

import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.ConversationHead;
import io.waypost.chat.Posting;
import io.waypost.chat.SignIn;
import io.waypost.chat.edge.Seats.Seat;
import io.waypost.chat.frame.ClientFrame;
import io.waypost.chat.frame.ClientFrame.Hello;
import io.waypost.chat.frame.ClientFrame.Ping;
import io.waypost.chat.frame.ClientFrame.Post;
import io.waypost.chat.frame.ClientFrame.Pull;
import io.waypost.chat.frame.ClientFrame.Read;
import io.waypost.chat.frame.ClientFrame.Token;
import io.waypost.chat.frame.ClientFrame.Typing;
import io.waypost.chat.frame.ClientFrame.Unreadable;
import io.waypost.chat.frame.FrameReader;
import io.waypost.chat.frame.FrameWriter;
import io.waypost.chat.frame.ServerFrame.Busy;
import io.waypost.chat.frame.ServerFrame.Bye;
import io.waypost.chat.frame.ServerFrame.Head;
import io.waypost.chat.frame.ServerFrame.Pong;
import io.waypost.chat.frame.ServerFrame.Refused;
import io.waypost.chat.frame.ServerFrame.Welcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection's side of the protocol, whatever carries it. It listens before it reads the heads that it welcomes with, and holds what it
 * hears until then: what happens in between is in the heads, in a hint, or in both. Lives in its connection's event loop.
 */
final class Session implements Occupant {

    /** So many frames that are none end a connection. */
    private static final int MOST_UNREADABLE = 20;
    /** So many times as long as for its hello, a connection waits for the host to know it. */
    private static final int LONGEST_COMING = 3;
    private static final Duration LATER = Duration.ofMillis(500);

    private final Edge edge;
    private final Outlet outlet;
    /** How many like this one are here, to count it among them. */
    private final AtomicInteger here;
    private final Allowance allowance;
    private final Hints hints;
    private State state = State.SILENT;
    private @Nullable Seat seat;
    private @Nullable ChatPrincipal who;
    private @Nullable AutoCloseable listening;
    private final long openedAt;
    private long heardAt;
    private long saidAt;
    private long lookedAt;
    private int unreadable;

    private enum State {
        /** Nothing was said. */
        SILENT,
        /** The hello is being looked at. */
        COMING,
        HERE,
        GONE
    }

    Session(Edge edge, Outlet outlet, AtomicInteger here) {
        this.edge = edge;
        this.outlet = outlet;
        this.here = here;
        long now = edge.nanoTime.getAsLong();
        allowance = new Allowance(edge.limits, now);
        openedAt = now;
        heardAt = now;
        saidAt = now;
        hints = new Hints(edge.limits, outlet, this::send, this::tooSlow);
    }

    /** A frame came. */
    void frame(String json) {
        frame(FrameReader.read(json));
    }

    void frame(ClientFrame frame) {
        heard();
        if (state == State.GONE) {
            return;
        }
        if (frame instanceof Unreadable bad) {
            unreadable(bad);
        } else if (frame instanceof Hello hello) {
            hello(hello);
        } else if (who == null || state != State.HERE) {
            refused(frame, "HELLO_FIRST", "Say hello and wait for the welcome before anything else.");
        } else {
            said(who, frame);
        }
    }

    /** Something came that shows life. */
    void heard() {
        heardAt = edge.nanoTime.getAsLong();
    }

    private void said(ChatPrincipal who, ClientFrame frame) {
        switch (frame) {
            case Post post -> post(who, post.posting());
            case Pull pull -> ask(pull, () -> edge.answers.pull(who, pull));
            case Read read -> ask(read, () -> edge.answers.read(who, read));
            case Token token -> token(who, token);
            case Typing typing -> typing(who, typing);
            case Ping _ -> {
                if (allowance.ping(edge.nanoTime.getAsLong())) {
                    send(FrameWriter.write(new Pong()));
                }
            }
            case Hello _,Unreadable _ -> throw new IllegalStateException("Dealt with before.");
        }
    }

    private void hello(Hello hello) {
        if (state != State.SILENT) {
            refused(hello, "ALREADY_HERE",
                    "This connection has said hello before; a newer token goes into a frame 'token'.");
            return;
        }
        state = State.COMING;
        then(Answers.asked(() -> edge.host.signIn(hello.token(), hello.device())), (answer, failure) -> {
            if (answer instanceof SignIn.Granted(var principal) && isGood(principal)) {
                come(principal, hello.device());
            } else if (answer instanceof SignIn.Refused refused) {
                turnAway(refused.code(), refused.text());
            } else if (answer != null) {
                turnAway("TOKEN_ENDED", "The token has ended.");
            } else {
                outage("signIn", failure);
            }
        });
    }

    private void turnAway(String code, String text) {
        edge.counters.refused.increment();
        send(FrameWriter.write(new Refused(null, null, code, text)));
        close(Closing.TOKEN, code);
    }

    private boolean isGood(ChatPrincipal principal) {
        return edge.clock.instant().isBefore(principal.until());
    }

    private void come(ChatPrincipal principal, String device) {
        who = principal;
        var mine = Seat.of(principal, device);
        seat = mine;
        edge.seats.take(mine, this);
        try {
            listening = edge.host.listen(principal, hints.listener(this::ended));
        } catch (RuntimeException failure) {
            outage("listen", failure);
            return;
        }
        look(principal, (heads, failure) -> {
            if (heads == null) {
                outage("heads", failure);
                return;
            }
            state = State.HERE;
            here.incrementAndGet();
            welcome(principal, heads);
            hints.flow();
        });
    }

    private void welcome(ChatPrincipal principal, List<ConversationHead> heads) {
        send(FrameWriter.write(new Welcome(edge.limits.heartbeat(), principal, heads)));
    }

    private void look(ChatPrincipal principal, BiConsumer<@Nullable List<ConversationHead>, @Nullable Throwable> then) {
        lookedAt = edge.nanoTime.getAsLong();
        then(Answers.asked(() -> edge.host.heads(principal)), then);
    }

    private void token(ChatPrincipal before, Token token) {
        var mine = seat;
        if (mine == null || isTooMuch(token)) {
            return;
        }
        then(Answers.asked(() -> edge.host.signIn(token.token(), mine.device())), (answer, failure) -> {
            if (answer instanceof SignIn.Granted(var after) && isGood(after)) {
                if (after.id().equals(before.id()) && after.side() == before.side()) {
                    renewed(after);
                } else {
                    refused(token, "ANOTHER_PERSON", "The token is another person's; that takes another connection.");
                }
            } else if (answer instanceof SignIn.Refused refused) {
                refused(token, refused.code(), refused.text());
            } else if (answer != null) {
                refused(token, "TOKEN_ENDED", "The token has ended.");
            } else {
                edge.outages.happened("signIn", failed(failure));
                send(FrameWriter.write(new Busy(null, null, LATER)));
            }
        });
    }

    private void renewed(ChatPrincipal after) {
        who = after;
        look(after, (heads, _) -> welcome(after, heads == null ? List.of() : heads));
    }

    private void post(ChatPrincipal who, Posting posting) {
        var wait = allowance.post(edge.nanoTime.getAsLong());
        if (wait.isZero()) {
            answer(edge.answers.post(who, posting));
        } else {
            edge.counters.busy.increment();
            send(FrameWriter.write(new Busy(posting.cid(), posting.conversation(), wait)));
        }
    }

    private void ask(ClientFrame frame, Supplier<CompletionStage<byte[]>> question) {
        if (!isTooMuch(frame)) {
            answer(question.get());
        }
    }

    private void answer(CompletionStage<byte[]> answer) {
        allowance.asked();
        then(answer, (frame, _) -> {
            allowance.answered();
            if (frame != null) {
                send(frame);
            }
        });
    }

    private boolean isTooMuch(ClientFrame frame) {
        var wait = allowance.question(edge.nanoTime.getAsLong());
        if (wait.isZero()) {
            return false;
        }
        edge.counters.busy.increment();
        send(FrameWriter.write(new Busy(null, Asked.conversation(frame), wait)));
        return true;
    }

    private void typing(ChatPrincipal who, Typing typing) {
        if (!allowance.typing(edge.nanoTime.getAsLong())) {
            return;
        }
        try {
            edge.host.typing(who, typing.conversation());
        } catch (RuntimeException failure) {
            edge.outages.happened("typing", failure);
        }
    }

    private void unreadable(Unreadable bad) {
        edge.counters.unreadable.increment();
        send(FrameWriter.write(new Refused(bad.cid(), bad.conversation(), bad.code(), bad.text())));
        if (++unreadable >= MOST_UNREADABLE) {
            close(Closing.UNREADABLE, Closing.UNREADABLE.name());
        }
    }

    private void refused(ClientFrame frame, String code, String text) {
        send(FrameWriter.write(new Refused(Asked.cid(frame), Asked.conversation(frame), code, text)));
    }

    private void outage(String question, @Nullable Throwable failure) {
        edge.outages.happened(question, failed(failure));
        close(Closing.OUTAGE, Closing.OUTAGE.name());
    }

    private static Throwable failed(@Nullable Throwable failure) {
        return failure == null ? new IllegalStateException("The host answered null.") : failure;
    }

    private void ended(String code) {
        close(Closing.TOKEN, code);
    }

    @Override
    public void replaced() {
        outlet.inLoop(() -> close(Closing.REPLACED, Closing.REPLACED.name()));
    }

    /** The node stops; from any thread. */
    void going() {
        outlet.inLoop(() -> close(Closing.GOING, Closing.GOING.name()));
    }

    private void tooSlow() {
        edge.counters.slow.increment();
        close(Closing.SLOW, null);
    }

    private void send(byte[] frame) {
        if (state == State.GONE) {
            return;
        }
        if (outlet.send(frame)) {
            saidAt = edge.nanoTime.getAsLong();
        } else {
            tooSlow();
        }
    }

    private void close(Closing closing, @Nullable String goodbye) {
        if (state == State.GONE) {
            return;
        }
        if (goodbye != null) {
            send(FrameWriter.write(new Bye(goodbye)));
        }
        if (state == State.GONE) {
            return;
        }
        closed();
        outlet.close(closing);
    }

    /** The connection is gone. */
    void closed() {
        if (state == State.HERE) {
            here.decrementAndGet();
        }
        state = State.GONE;
        hints.stop();
        var mine = seat;
        if (mine != null) {
            edge.seats.leave(mine, this);
        }
        var listened = listening;
        listening = null;
        if (listened != null) {
            try {
                listened.close();
            } catch (Exception failure) {
                edge.outages.happened("listen", failure);
            }
        }
    }

    /** What is due by now; called about every second. */
    void tick() {
        long now = edge.nanoTime.getAsLong();
        if (state == State.GONE) {
            return;
        }
        if (state == State.SILENT && now - openedAt >= edge.limits.hello().toNanos()) {
            close(Closing.LATE, Closing.LATE.name());
        } else if (state == State.COMING && now - openedAt >= LONGEST_COMING * edge.limits.hello().toNanos()) {
            close(Closing.OUTAGE, Closing.OUTAGE.name());
        } else if (outlet.answersBeats() && now - heardAt >= edge.limits.silence().toNanos()) {
            edge.counters.dead.increment();
            close(Closing.DEAD, Closing.DEAD.name());
        } else if (who != null && !isGood(who)) {
            close(Closing.TOKEN, "TOKEN_ENDED");
        } else {
            stayAlive(now);
        }
    }

    private void stayAlive(long now) {
        if (now - saidAt >= edge.limits.heartbeat().toNanos()) {
            saidAt = now;
            outlet.beat();
        }
        if (state == State.HERE && who != null && now - lookedAt >= edge.limits.look().toNanos()) {
            look(who, (heads, failure) -> {
                if (heads == null) {
                    edge.outages.happened("heads", failed(failure));
                } else {
                    heads.forEach(head -> send(FrameWriter.write(new Head(head))));
                }
            });
        }
    }

    /** Goes on in the event loop with what came or failed, unless the connection has gone meanwhile. */
    private <T> void then(CompletionStage<T> answer, BiConsumer<@Nullable T, @Nullable Throwable> then) {
        answer.whenComplete((value, failure) -> outlet.inLoop(() -> {
            if (state != State.GONE) {
                then.accept(value, failure);
            }
        }));
    }
}
