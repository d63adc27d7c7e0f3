package io.waypost.chat.edge;

import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatListener;
import io.waypost.chat.ChatSide;
import io.waypost.chat.ConversationHead;
import io.waypost.chat.frame.FrameWriter;
import io.waypost.chat.frame.ServerFrame.Head;
import io.waypost.chat.frame.ServerFrame.Typing;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Hints on their way to a client: held until it was welcomed, then passed on. */
final class Hints {

    private final ChatLimits limits;
    private final Outlet outlet;
    private final Consumer<byte[]> send;
    private final Runnable tooSlow;
    private List<byte[]> held = new ArrayList<>(0);
    private boolean isFlowing;
    private boolean isStopped;

    Hints(ChatLimits limits, Outlet outlet, Consumer<byte[]> send, Runnable tooSlow) {
        this.limits = limits;
        this.outlet = outlet;
        this.send = send;
        this.tooSlow = tooSlow;
    }

    /** The client was welcomed: what was held goes out, and from now on everything at once. */
    void flow() {
        isFlowing = true;
        var now = held;
        held = List.of();
        now.forEach(send);
    }

    void stop() {
        isStopped = true;
        held = List.of();
    }

    private void pass(byte[] frame) {
        if (isStopped) {
            return;
        }
        if (isFlowing) {
            send.accept(frame);
        } else if (held.size() < limits.queuedFrames()) {
            held.add(frame);
        } else {
            tooSlow.run();
        }
    }

    /** Written down by the thread that tells, passed on by the connection's. */
    ChatListener listener(Consumer<String> ended) {
        return new ChatListener() {

            @Override
            public void grown(UUID conversation, List<ChatItem> items) {
                var frames = FrameWriter.hints(conversation, items);
                outlet.inLoop(() -> frames.forEach(Hints.this::pass));
            }

            @Override
            public void head(ConversationHead head) {
                var frame = FrameWriter.write(new Head(head));
                outlet.inLoop(() -> pass(frame));
            }

            @Override
            public void typing(UUID conversation, ChatSide side, String name) {
                var frame = FrameWriter.write(new Typing(conversation, side, name));
                outlet.inLoop(() -> {
                    if (isFlowing) {
                        pass(frame);
                    }
                });
            }

            @Override
            public void ended(String code) {
                outlet.inLoop(() -> ended.accept(code));
            }
        };
    }
}
