package io.waypost.chat.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.waypost.chat.frame.FrameWriter;
import io.waypost.chat.frame.ServerFrame.Refused;
import java.net.InetSocketAddress;

/** Where every connection comes in as HTTP: it becomes a socket, an event stream or a poll, or gets one answer after the other. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends in channelInactive
final class FrontDoor extends SimpleChannelInboundHandler<FullHttpRequest> implements Ticking {

    static final String PATH = "/chat/v1";

    private static final WebSocketDecoderConfig FRAMES = WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(NettyEdge.LONGEST_FRAME)
            .allowExtensions(false)
            .closeOnProtocolViolation(true)
            .withUTF8Validator(true)
            .build();

    private final NettyEdge edge;
    private final PlainHttp plain;
    private long idleSince;

    FrontDoor(NettyEdge edge) {
        this.edge = edge;
        plain = new PlainHttp(edge);
        idleSince = edge.edge.nanoTime.getAsLong();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        edge.tickers.add(context.executor(), this);
        plain.at(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        edge.tickers.remove(context.executor(), this);
    }

    @Override
    public void tick() {
        if (plain.isAnswering()) {
            idleSince = edge.edge.nanoTime.getAsLong();
            plain.tick();
        } else if (edge.edge.nanoTime.getAsLong() - idleSince >= edge.edge.limits.hello().toNanos()) {
            plain.hangUp();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        idleSince = edge.edge.nanoTime.getAsLong();
        if (!request.decoderResult().isSuccess()) {
            context.close();
            return;
        }
        var asking = Asking.of(request, address(context, request));
        if (plain.isAnswering()) {
            // Nobody who speaks to us sends a second request before the answer to the first.
            context.close();
            return;
        }
        var origin = asking.origin();
        if (origin != null && !edge.settings.origins().test(origin)) {
            edge.edge.counters.refused.increment();
            refuse(context, new Asking(asking.address(), null, false, "", "", ""), HttpResponseStatus.FORBIDDEN,
                    "BAD_ORIGIN", "Pages of this origin may not use the chat.");
            return;
        }
        var path = new QueryStringDecoder(request.uri()).path();
        if (path.equals(PATH)
                && request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            upgrade(context, request, asking);
        } else if (request.method().equals(HttpMethod.OPTIONS)) {
            Responses.send(context, asking, HttpResponseStatus.NO_CONTENT, Unpooled.EMPTY_BUFFER);
        } else if (path.equals(PATH + "/events") && request.method().equals(HttpMethod.GET)) {
            plain.stream(asking);
        } else if (path.equals(PATH + "/poll") && request.method().equals(HttpMethod.GET)) {
            plain.poll(asking);
        } else if (path.equals(PATH + "/frames") && request.method().equals(HttpMethod.POST)) {
            plain.frame(asking, request.content().toString(UTF_8));
        } else if (path.equals(PATH + "/health") && request.method().equals(HttpMethod.GET)) {
            Responses.send(context, asking, HttpResponseStatus.NO_CONTENT, Unpooled.EMPTY_BUFFER);
        } else {
            refuse(context, asking, HttpResponseStatus.NOT_FOUND, "UNKNOWN_PATH",
                    "There are " + PATH + " for WebSockets, and events, poll and frames below it.");
        }
    }

    private void upgrade(ChannelHandlerContext context, FullHttpRequest request, Asking asking) {
        if (!edge.edge.connections.enter(asking.address())) {
            edge.edge.counters.refused.increment();
            refuse(context, asking, HttpResponseStatus.TOO_MANY_REQUESTS, "TOO_MANY",
                    "Too many connections of this address.");
            return;
        }
        var channel = context.channel();
        channel.closeFuture().addListener(_ -> edge.edge.connections.leave(asking.address()));
        var handshaker = new WebSocketServerHandshakerFactory(PATH, null, FRAMES).newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel)
                    .addListener(_ -> channel.close());
            return;
        }
        context.pipeline()
                .addLast(new WebSocketFrameAggregator(NettyEdge.LONGEST_FRAME))
                .addLast(new SocketHandler(edge, channel));
        handshaker.handshake(channel, request).addListener(done -> {
            if (!done.isSuccess()) {
                channel.close();
            }
        });
        context.pipeline().remove(this);
    }

    static void refuse(
            ChannelHandlerContext context, Asking asking, HttpResponseStatus status, String code, String text) {
        Responses.send(context, asking, status,
                Unpooled.wrappedBuffer(FrameWriter.write(new Refused(null, null, code, text))));
    }

    /** The peer's address; what a proxy of ours says of it, where the peer is one. */
    private String address(ChannelHandlerContext context, FullHttpRequest request) {
        var peer = context.channel().remoteAddress() instanceof InetSocketAddress socket && socket.getAddress() != null
                ? socket.getAddress().getHostAddress()
                : "";
        var forwarded = request.headers().get("X-Forwarded-For");
        if (forwarded == null || !edge.settings.proxies().test(peer)) {
            return peer;
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        plain.gone();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
