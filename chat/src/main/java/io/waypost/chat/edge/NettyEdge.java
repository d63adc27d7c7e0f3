package io.waypost.chat.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the channels of one node share: the edge, its clockworks, who is there; and how a channel begins. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends in channelInactive
final class NettyEdge extends ChannelInitializer<Channel> {

    /** The longest frame of a client, and the longest body. */
    static final int LONGEST_FRAME = 64 * 1_024;

    final Edge edge;
    final ChatSettings settings;
    final Tickers tickers = new Tickers();
    final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    final Buckets posts;
    final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    NettyEdge(Edge edge, ChatSettings settings) {
        this.edge = edge;
        this.settings = settings;
        posts = new Buckets(edge.limits);
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!edge.connections.enter()) {
            edge.counters.refused.increment();
            channel.close();
            return;
        }
        channels.add(channel);
        channel.closeFuture().addListener(_ -> edge.connections.leave());
        channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(LONGEST_FRAME, true),
                new FrontDoor(this));
    }
}
