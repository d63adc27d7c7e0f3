package io.waypost.chat.edge;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;

/** A node of the edge in the world: the real handlers over channels without sockets. */
final class Node {

    private final World world;
    private final NettyEdge edge;
    private final List<Link> links = new ArrayList<>();

    Node(World world) {
        this.world = world;
        var limits = ChatLimits.usual();
        var settings = new ChatSettings("", 0, 1, _ -> true, _ -> false, world.clock(), limits);
        edge = new NettyEdge(new Edge(world.host, limits, world.clock(), world::nanoTime), settings);
    }

    /** A way between a device and a node: in order, as slow as chance will have it, until it breaks. */
    final class Link {

        private final EmbeddedChannel channel = new EmbeddedChannel();
        private final SocketHandler handler = new SocketHandler(edge, channel);
        private final Device device;
        private long thereBy;
        private long backBy;
        private boolean isBroken;

        Link(Device device) {
            this.device = device;
            channel.freezeTime();
            channel.pipeline().addLast(handler);
            links.add(this);
        }

        void send(String frame) {
            thereBy = Math.max(thereBy, world.now + world.random.nextInt(80));
            world.in(thereBy - world.now, () -> {
                if (!isBroken && channel.isOpen()) {
                    channel.writeInbound(new TextWebSocketFrame(frame));
                }
            });
        }

        /** What is under way is lost; both ends find out. */
        void breakDown() {
            isBroken = true;
            links.remove(this);
            var _ = channel.close();
            channel.finishAndReleaseAll();
            world.in(world.random.nextInt(50), () -> device.broken(this));
        }

        private void pump() {
            if (isBroken) {
                return;
            }
            channel.runPendingTasks();
            for (Object out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
                if (out instanceof TextWebSocketFrame text) {
                    var frame = text.text();
                    text.release();
                    backBy = Math.max(backBy, world.now + world.random.nextInt(80));
                    world.in(backBy - world.now, () -> {
                        if (!isBroken) {
                            device.frame(this, frame);
                        }
                    });
                } else {
                    // Every browser answers a ping by itself.
                    if (out instanceof PingWebSocketFrame) {
                        channel.writeInbound(new PongWebSocketFrame());
                    }
                    ReferenceCountUtil.release(out);
                }
            }
            if (!channel.isOpen()) {
                breakDown();
            }
        }
    }

    Link link(Device device) {
        return new Link(device);
    }

    void pump() {
        if (!links.isEmpty()) {
            List.copyOf(links).forEach(Link::pump);
        }
    }

    void tick() {
        List.copyOf(links).forEach(link -> link.handler.tick());
    }

    void kill() {
        List.copyOf(links).forEach(Link::breakDown);
    }
}
