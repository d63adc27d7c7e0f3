package io.waypost.chat.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** A way out over a channel, with a queue of bounded length: whoever reads too slowly is closed, nobody is passed over. */
abstract class ChannelOutlet implements Outlet {

    /** So long a goodbye may take. */
    private static final long PATIENCE_SECONDS = 2;

    final Channel channel;
    private final ChatLimits limits;
    private int frames;
    private int bytes;

    ChannelOutlet(Channel channel, ChatLimits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    /** What goes into the channel for a frame. */
    abstract Object message(byte[] frame);

    /** What says goodbye. */
    abstract Object farewell(Closing closing);

    @Override
    public final boolean send(byte[] frame) {
        // A single frame may be longer than the queue: a welcome of very many conversations.
        if (frames > 0 && (frames >= limits.queuedFrames() || bytes + frame.length > limits.queuedBytes())) {
            return false;
        }
        frames++;
        bytes += frame.length;
        channel.writeAndFlush(message(frame)).addListener(_ -> {
            frames--;
            bytes -= frame.length;
        });
        return true;
    }

    @Override
    public final void close(Closing closing) {
        channel.writeAndFlush(farewell(closing)).addListener(ChannelFutureListener.CLOSE);
        var late = channel.eventLoop().schedule(this::hangUp, PATIENCE_SECONDS, TimeUnit.SECONDS);
        channel.closeFuture().addListener(_ -> late.cancel(false));
    }

    private void hangUp() {
        var _ = channel.close();
    }

    @Override
    public final void inLoop(Runnable task) {
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException stopped) {
            // The node has stopped and the connection with it.
        }
    }
}
