package io.waypost.app.chat;

import io.waypost.chat.edge.ChatLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/** How the socket edge is set up ({@code waypost.chat.*}). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatConfiguration.Settings.class)
class ChatConfiguration {

    /**
     * The edge's settings.
     *
     * @param host the address it listens on
     * @param port 0 takes a free one, which pages are told; -1 turns the edge of this node off
     * @param address how browsers reach it ({@code wss://chat.example/chat/v1}); nothing for host and port
     * @param threads event loops
     * @param proxies addresses of proxies whose {@code X-Forwarded-For} is believed
     * @param ownOrigins origins of the platform's own pages besides localhost
     */
    @ConfigurationProperties("waypost.chat")
    record Settings(@DefaultValue("127.0.0.1") String host, @DefaultValue("0") int port, @Nullable String address,
            @DefaultValue("2") int threads, @DefaultValue List<String> proxies, @DefaultValue List<String> ownOrigins) {

        Settings {
            proxies = List.copyOf(proxies);
            ownOrigins = List.copyOf(ownOrigins);
        }

        ChatLimits limits() {
            return ChatLimits.usual();
        }
    }
}
