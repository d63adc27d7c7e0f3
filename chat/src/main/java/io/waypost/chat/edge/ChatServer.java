package io.waypost.chat.edge;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.waypost.chat.ChatHost;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The edge of one node, listening. Several may stand beside each other over one host or several: clients go to any of them. */
public final class ChatServer implements AutoCloseable {

    private static final long GOODBYES_SECONDS = 2;

    private final NettyEdge edge;
    private final EventLoopGroup loops;
    private final Channel door;

    private ChatServer(NettyEdge edge, EventLoopGroup loops, Channel door) {
        this.edge = edge;
        this.loops = loops;
        this.door = door;
    }

    /** Listens from now on; fails where the port is taken. */
    public static ChatServer start(ChatHost host, ChatSettings settings) {
        var edge = new NettyEdge(new Edge(host, settings.limits(), settings.clock(), System::nanoTime), settings);
        var loops = new MultiThreadIoEventLoopGroup(
                settings.threads(), new DefaultThreadFactory("chat", true), NioIoHandler.newFactory());
        try {
            var door = new ServerBootstrap()
                    .group(loops)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, 1_024)
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(edge)
                    .bind(settings.host(), settings.port())
                    .syncUninterruptibly()
                    .channel();
            return new ChatServer(edge, loops, door);
        } catch (RuntimeException failure) {
            var _ = loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw failure;
        }
    }

    /** On which port. */
    public int port() {
        return ((InetSocketAddress) door.localAddress()).getPort();
    }

    /** What is counted. */
    public ChatCounts counts() {
        return edge.edge.counters.read(edge.edge.connections.all());
    }

    /** Says goodbye to everybody, waits a moment for the goodbyes to go out, and stops; once. */
    @Override
    public void close() {
        if (loops.isShuttingDown()) {
            return;
        }
        door.close().syncUninterruptibly();
        edge.sessions.forEach(Session::going);
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(GOODBYES_SECONDS);
        while (!edge.sessions.isEmpty() && System.nanoTime() - last < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        stop();
    }

    /** Stops as a node does whose cable is pulled: nobody is told anything. */
    void kill() {
        stop();
    }

    /** Closes what is open first: loops that stop leave connections open now and then. */
    private void stop() {
        door.close().syncUninterruptibly();
        edge.channels.close().syncUninterruptibly();
        loops.shutdownGracefully(0, GOODBYES_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
