package io.waypost.chat.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.SignIn;
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
import io.waypost.chat.frame.ServerFrame;
import io.waypost.chat.frame.ServerFrame.Busy;
import io.waypost.chat.frame.ServerFrame.Pong;
import io.waypost.chat.frame.ServerFrame.Refused;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The protocol where no WebSocket comes through: an event stream or polls for what comes, single requests for what goes. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends in channelInactive
final class PlainHttp {

    private final NettyEdge edge;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Session stream;
    private @Nullable Poll poll;
    private @Nullable String counted;
    private boolean isAnswering;

    PlainHttp(NettyEdge edge) {
        this.edge = edge;
    }

    void at(ChannelHandlerContext here) {
        context = here;
    }

    private ChannelHandlerContext context() {
        var here = context;
        if (here == null) {
            throw new IllegalStateException("The handler is in no pipeline.");
        }
        return here;
    }

    boolean isAnswering() {
        return isAnswering;
    }

    void hangUp() {
        context().close();
    }

    void tick() {
        if (stream != null) {
            stream.tick();
        }
        if (poll != null) {
            poll.tick();
        }
    }

    void gone() {
        if (stream != null) {
            stream.closed();
            edge.sessions.remove(stream);
            stream = null;
        }
        if (poll != null) {
            poll.stop();
            pollEnded();
        }
        leave();
    }

    private boolean enter(Asking asking) {
        if (edge.edge.connections.enter(asking.address())) {
            counted = asking.address();
            return true;
        }
        edge.edge.counters.refused.increment();
        FrontDoor.refuse(context(), asking, HttpResponseStatus.TOO_MANY_REQUESTS, "TOO_MANY",
                "Too many connections of this address.");
        return false;
    }

    private void leave() {
        if (counted != null) {
            edge.edge.connections.leave(counted);
            counted = null;
        }
    }

    private boolean isNamed(Asking asking) {
        if (asking.device().isEmpty()) {
            FrontDoor.refuse(context(), asking, HttpResponseStatus.BAD_REQUEST, "BAD_FIELD",
                    "'dev' is missing or wrong: it must be 1 to 64 characters of A-Z a-z 0-9 . _ -.");
            return false;
        }
        return true;
    }

    /** An event stream: a session whose hello is in the request. */
    void stream(Asking asking) {
        if (!isNamed(asking) || !enter(asking)) {
            return;
        }
        isAnswering = true;
        var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream;charset=utf-8")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Accel-Buffering", "no");
        HttpUtil.setTransferEncodingChunked(response, true);
        Responses.shared(response.headers(), asking.origin());
        context().writeAndFlush(response);
        var session = new Session(edge.edge, new StreamOutlet(context().channel(), edge.edge.limits),
                edge.edge.counters.streams);
        stream = session;
        edge.sessions.add(session);
        session.frame(new Hello(asking.token(), asking.device()));
    }

    /** One poll. */
    void poll(Asking asking) {
        if (!isNamed(asking) || !enter(asking)) {
            return;
        }
        isAnswering = true;
        signedIn(asking, who -> {
            edge.edge.counters.polls.incrementAndGet();
            var waiting = new Poll(edge.edge, who, asking, this::inLoop, answer -> {
                pollEnded();
                leave();
                answer(asking, HttpResponseStatus.OK, answer);
            });
            poll = waiting;
            waiting.start();
        });
    }

    private void pollEnded() {
        poll = null;
        edge.edge.counters.polls.decrementAndGet();
    }

    /** One frame and its answer. */
    void frame(Asking asking, String json) {
        if (!isNamed(asking)) {
            return;
        }
        var frame = FrameReader.read(json);
        if (frame instanceof Unreadable bad) {
            edge.edge.counters.unreadable.increment();
            Responses.send(context(), asking, HttpResponseStatus.OK,
                    wrapped(new Refused(bad.cid(), bad.conversation(), bad.code(), bad.text())));
            return;
        }
        isAnswering = true;
        signedIn(asking, who -> answer(who, frame).whenComplete((answer, _) -> inLoop(
                () -> answer(asking, HttpResponseStatus.OK, Unpooled.wrappedBuffer(answer)))));
    }

    private CompletionStage<byte[]> answer(ChatPrincipal who, ClientFrame frame) {
        long wait = edge.posts.take(who.id(), edge.edge.nanoTime.getAsLong());
        if (wait > 0) {
            edge.edge.counters.busy.increment();
            return done(
                    FrameWriter.write(new Busy(Asked.cid(frame), Asked.conversation(frame), Duration.ofMillis(wait))));
        }
        return switch (frame) {
            case Post(var posting) -> edge.edge.answers.post(who, posting);
            case Pull pull -> edge.edge.answers.pull(who, pull);
            case Read read -> edge.edge.answers.read(who, read);
            case Typing typing -> {
                try {
                    edge.edge.host.typing(who, typing.conversation());
                } catch (RuntimeException failure) {
                    edge.edge.outages.happened("typing", failure);
                }
                yield done(FrameWriter.write(new Pong()));
            }
            case Ping _ -> done(FrameWriter.write(new Pong()));
            case Hello _,Token _,Unreadable _ -> done(FrameWriter.write(new Refused(null, null, "NOT_HERE",
                    "Over HTTP the token goes into the header Authorization, and nobody says hello.")));
        };
    }

    private static CompletionStage<byte[]> done(byte[] frame) {
        return CompletableFuture.completedStage(frame);
    }

    private void signedIn(Asking asking, Consumer<ChatPrincipal> then) {
        Answers.asked(() -> edge.edge.host.signIn(asking.token(), asking.device()))
                .whenComplete((answer, failure) -> inLoop(() -> {
                    if (!context().channel().isActive()) {
                        return;
                    }
                    if (answer instanceof SignIn.Granted(var who) && edge.edge.clock.instant().isBefore(who.until())) {
                        then.accept(who);
                    } else if (answer instanceof SignIn.Refused(var code, var text)) {
                        turnAway(asking, code, text);
                    } else if (answer != null) {
                        turnAway(asking, "TOKEN_ENDED", "The token has ended.");
                    } else {
                        edge.edge.outages.happened("signIn", failure);
                        leave();
                        answer(asking, HttpResponseStatus.SERVICE_UNAVAILABLE,
                                wrapped(new Busy(null, null, Duration.ofSeconds(3))));
                    }
                }));
    }

    private void turnAway(Asking asking, String code, String text) {
        edge.edge.counters.refused.increment();
        leave();
        answer(asking, HttpResponseStatus.UNAUTHORIZED, wrapped(new Refused(null, null, code, text)));
    }

    private static ByteBuf wrapped(ServerFrame frame) {
        return Unpooled.wrappedBuffer(FrameWriter.write(frame));
    }

    private void answer(Asking asking, HttpResponseStatus status, ByteBuf json) {
        isAnswering = false;
        Responses.send(context(), asking, status, json);
    }

    private void inLoop(Runnable task) {
        try {
            context().executor().execute(task);
        } catch (RejectedExecutionException stopped) {
            // The node has stopped and the connection with it.
        }
    }

    private static final class StreamOutlet extends ChannelOutlet {

        private static final byte[] DATA = {'d', 'a', 't', 'a', ':', ' '};
        private static final byte[] END = {'\n', '\n'};
        private static final byte[] BEAT = {':', '\n', '\n'};

        StreamOutlet(Channel channel, ChatLimits limits) {
            super(channel, limits);
        }

        @Override
        Object message(byte[] frame) {
            return new DefaultHttpContent(Unpooled.wrappedBuffer(DATA, frame, END));
        }

        @Override
        Object farewell(Closing closing) {
            return LastHttpContent.EMPTY_LAST_CONTENT;
        }

        @Override
        public void beat() {
            channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(BEAT)));
        }

        @Override
        public boolean answersBeats() {
            return false;
        }
    }
}
