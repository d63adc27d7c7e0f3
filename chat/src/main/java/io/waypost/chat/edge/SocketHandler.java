package io.waypost.chat.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** A WebSocket: frames of text in and out. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends in channelInactive
final class SocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> implements Ticking {

    private final NettyEdge edge;
    private final Session session;

    SocketHandler(NettyEdge edge, Channel channel) {
        this.edge = edge;
        session = new Session(edge.edge, new SocketOutlet(channel, edge.edge.limits), edge.edge.counters.sockets);
    }

    private static final class SocketOutlet extends ChannelOutlet {

        SocketOutlet(Channel channel, ChatLimits limits) {
            super(channel, limits);
        }

        @Override
        Object message(byte[] frame) {
            return new TextWebSocketFrame(Unpooled.wrappedBuffer(frame));
        }

        @Override
        Object farewell(Closing closing) {
            return new CloseWebSocketFrame(closing.status(), closing.name());
        }

        @Override
        public void beat() {
            channel.writeAndFlush(new PingWebSocketFrame());
        }

        @Override
        public boolean answersBeats() {
            return true;
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        edge.tickers.add(context.executor(), this);
        edge.sessions.add(session);
    }

    @Override
    public void tick() {
        session.tick();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        switch (frame) {
            case TextWebSocketFrame text -> session.frame(text.text());
            case PingWebSocketFrame ping -> {
                session.heard();
                context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            }
            case PongWebSocketFrame _ -> session.heard();
            case CloseWebSocketFrame close -> end(context, close.statusCode() == -1 ? 1000 : close.statusCode());
            default -> end(context, WebSocketCloseStatus.INVALID_MESSAGE_TYPE.code());
        }
    }

    private void end(ChannelHandlerContext context, int status) {
        session.closed();
        var answer = WebSocketCloseStatus.isValidStatusCode(status)
                ? status
                : WebSocketCloseStatus.PROTOCOL_ERROR.code();
        context.writeAndFlush(new CloseWebSocketFrame(answer, "")).addListener(_ -> context.close());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        session.closed();
        edge.sessions.remove(session);
        edge.tickers.remove(context.executor(), this);
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            end(context, WebSocketCloseStatus.MESSAGE_TOO_BIG.code());
        } else if (cause instanceof CorruptedWebSocketFrameException) {
            // Netty's decoder has said why and closes.
            session.closed();
        } else {
            session.closed();
            context.close();
        }
    }
}
