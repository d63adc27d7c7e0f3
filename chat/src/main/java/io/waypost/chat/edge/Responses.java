package io.waypost.chat.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers to plain HTTP, with what a browser of another origin wants to read in them. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends in channelInactive
final class Responses {

    private Responses() {}

    static ByteBuf joined(List<byte[]> frames, String before, String after) {
        var parts = new ArrayList<byte[]>();
        parts.add(before.getBytes(UTF_8));
        for (int at = 0; at < frames.size(); at++) {
            if (at > 0) {
                parts.add(new byte[]{','});
            }
            parts.add(frames.get(at));
        }
        parts.add(after.getBytes(UTF_8));
        return Unpooled.wrappedBuffer(parts.toArray(byte[][]::new));
    }

    /** Answers with JSON and keeps the connection where it is to be kept. */
    static void send(
            ChannelHandlerContext context, Asking asking, HttpResponseStatus status, ByteBuf json) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, json);
        if (json.isReadable()) {
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        }
        send(context, asking, response);
    }

    static void send(ChannelHandlerContext context, Asking asking, FullHttpResponse response) {
        var headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        shared(headers, asking.origin());
        HttpUtil.setKeepAlive(response, asking.isKept());
        var sent = context.writeAndFlush(response);
        if (!asking.isKept()) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Lets a page of this origin, which was allowed, read the answer. */
    static void shared(HttpHeaders headers, @Nullable String origin) {
        if (origin != null) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaderNames.VARY, "Origin");
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type");
            headers.set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
        }
    }
}
