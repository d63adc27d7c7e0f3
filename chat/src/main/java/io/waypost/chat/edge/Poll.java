package io.waypost.chat.edge;

import io.netty.buffer.ByteBuf;
import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatListener;
import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.ChatSide;
import io.waypost.chat.ConversationHead;
import io.waypost.chat.edge.Seats.Seat;
import io.waypost.chat.frame.FrameWriter;
import io.waypost.chat.frame.ServerFrame.Bye;
import io.waypost.chat.frame.ServerFrame.Typing;
import io.waypost.chat.frame.ServerFrame.Welcome;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A poll: answers at once where the heads are not those of the mark that the last poll was answered with, otherwise when something happens or the
 * time is over. Between two polls nothing is remembered and nothing is missed.
 */
final class Poll implements Occupant, Ticking {

    private final Edge edge;
    private final ChatPrincipal who;
    private final Consumer<Runnable> inLoop;
    private final Consumer<ByteBuf> answer;
    private final Seat seat;
    private final long until;
    private @Nullable AutoCloseable listening;
    private String mark;
    private boolean isLooking;
    private boolean isOver;
    private boolean isNews;

    Poll(Edge edge, ChatPrincipal who, Asking asking, Consumer<Runnable> inLoop, Consumer<ByteBuf> answer) {
        this.edge = edge;
        this.who = who;
        this.inLoop = inLoop;
        this.answer = answer;
        mark = asking.mark();
        seat = Seat.of(who, asking.device());
        until = edge.nanoTime.getAsLong() + edge.limits.poll().toNanos();
    }

    void start() {
        edge.seats.take(seat, this);
        try {
            listening = edge.host.listen(who, new News());
        } catch (RuntimeException failure) {
            edge.outages.happened("listen", failure);
        }
        look();
    }

    /** Reads the heads and answers where they are news. */
    private void look() {
        if (isLooking || isOver) {
            isNews = true;
            return;
        }
        isLooking = true;
        isNews = false;
        Answers.asked(() -> edge.host.heads(who)).whenComplete((heads, failure) -> inLoop.accept(() -> {
            isLooking = false;
            if (isOver) {
                return;
            }
            if (heads == null) {
                edge.outages.happened("heads", failure);
                end(List.of(FrameWriter.write(new Bye(Closing.OUTAGE.name()))));
                return;
            }
            var now = mark(heads);
            if (!now.equals(mark)) {
                mark = now;
                end(List.of(FrameWriter.write(new Welcome(edge.limits.heartbeat(), who, heads))));
            } else if (isNews) {
                look();
            }
        }));
    }

    @Override
    public void tick() {
        if (!isOver && edge.nanoTime.getAsLong() - until >= 0) {
            end(List.of());
        }
    }

    @Override
    public void replaced() {
        inLoop.accept(() -> end(List.of(FrameWriter.write(new Bye(Closing.REPLACED.name())))));
    }

    private void end(List<byte[]> frames) {
        if (!isOver) {
            stop();
            answer.accept(Responses.joined(frames, "{\"mark\":\"" + mark + "\",\"frames\":[", "]}"));
        }
    }

    void stop() {
        isOver = true;
        edge.seats.leave(seat, this);
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

    /** A number that is another one as soon as any head is another one. */
    private static String mark(List<ConversationHead> heads) {
        long mixed = 1;
        for (var head : heads) {
            long one = head.conversation().hashCode();
            for (var part : new long[]{head.last(), head.readByCustomer(), head.readByAgent(), head.version()}) {
                one = (one ^ part) * 0x9E3779B97F4A7C15L;
                one ^= one >>> 29;
            }
            mixed += one;
        }
        return Long.toHexString(mixed);
    }

    private final class News implements ChatListener {

        @Override
        public void grown(UUID conversation, List<ChatItem> items) {
            inLoop.accept(Poll.this::look);
        }

        @Override
        public void head(ConversationHead head) {
            inLoop.accept(Poll.this::look);
        }

        @Override
        public void typing(UUID conversation, ChatSide side, String name) {
            inLoop.accept(() -> end(List.of(FrameWriter.write(new Typing(conversation, side, name)))));
        }

        @Override
        public void ended(String code) {
            inLoop.accept(() -> end(List.of(FrameWriter.write(new Bye(code)))));
        }
    }
}
