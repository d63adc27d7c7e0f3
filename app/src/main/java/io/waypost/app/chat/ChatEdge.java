package io.waypost.app.chat;

import io.waypost.app.chat.ChatConfiguration.Settings;
import io.waypost.app.identity.OtherOrigins;
import io.waypost.chat.edge.ChatServer;
import io.waypost.chat.edge.ChatSettings;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The socket edge of this node. A port that is taken is an error of the set-up and stops the start. */
@Component
class ChatEdge implements SmartLifecycle, OtherOrigins {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Logger LOG = LoggerFactory.getLogger(ChatEdge.class);

    private final ChatRooms rooms;
    private final ChatSites sites;
    private final Settings settings;
    private final Clock wall;
    private volatile @Nullable ChatServer server;
    private volatile int pages;

    ChatEdge(ChatRooms rooms, ChatSites sites, Settings settings, @Qualifier("wallClock") Clock wall) {
        this.rooms = rooms;
        this.sites = sites;
        this.settings = settings;
        this.wall = wall;
    }

    /** Where browsers open the socket; empty where this node has no edge. */
    String address() {
        var listening = server;
        return settings.address() != null
                ? settings.address()
                : listening == null ? "" : "ws://%s:%d/chat/v1".formatted(settings.host(), listening.port());
    }

    @Override
    public String below() {
        return "/api/v1/public/chat/";
    }

    /** A site's page, one of ours, or one of this machine on our own port. */
    @Override
    public boolean allows(String origin) {
        return sites.knows(origin) || settings.ownOrigins().contains(origin) || isOwn(origin);
    }

    private boolean isOwn(String origin) {
        try {
            var uri = URI.create(origin);
            return LOCAL.contains(String.valueOf(uri.getHost())) && uri.getPort() == pages;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    @Override
    public String socket() {
        var address = address();
        return address.isEmpty() ? "" : address.substring(0, address.indexOf('/', address.indexOf("//") + 2));
    }

    @EventListener
    void pagesAreServed(WebServerInitializedEvent event) {
        pages = event.getWebServer().getPort();
    }

    @Override
    public void start() {
        if (settings.port() >= 0) {
            sites.refresh();
            server = ChatServer.start(rooms, new ChatSettings(settings.host(), settings.port(), settings.threads(),
                    this::allows, settings.proxies()::contains, wall, settings.limits()));
            LOG.info("Chat listens at {}", address());
        }
    }

    @Override
    public void stop() {
        var listening = server;
        if (listening != null) {
            listening.close();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
