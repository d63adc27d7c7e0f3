package io.waypost.chat.edge;

import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * Where and for whom the edge listens.
 *
 * @param host the address to listen on; TLS is the business of the proxy in front
 * @param port the port; 0 takes a free one
 * @param threads how many event loops
 * @param origins whether pages of this origin ({@code https://shop.example}) may use the chat; asked from event loops, answers at once.
 *     Programs that are no browser name none and are let in: a token is needed anyhow, and none is kept in a cookie
 * @param proxies whether a peer of this address is a proxy of ours, whose {@code X-Forwarded-For} is believed
 * @param clock the time in which tokens end
 */
public record ChatSettings(
        String host,
        int port,
        int threads,
        Predicate<String> origins,
        Predicate<String> proxies,
        InstantSource clock,
        ChatLimits limits) {}
