package io.waypost.chat.edge;

import java.time.Duration;

/**
 * How much the edge bears.
 *
 * @param hello how long a connection may take to say who it is
 * @param heartbeat after so long without a word the edge says something
 * @param silence after so long without a word from a socket it is closed as dead
 * @param look how often the heads are read again for a socket, whose hints may have been lost
 * @param connections how many connections there may be in all, because files of a process are limited
 * @param connectionsOfAddress how many from one address; an office shares one
 * @param posts how many postings a second one principal may send on one connection for long
 * @param postsAtOnce and how many at once
 * @param queuedFrames how many frames wait for a slow reader before it is closed
 * @param queuedBytes and how many bytes
 * @param poll how long a poll waits for news
 */
public record ChatLimits(
        Duration hello,
        Duration heartbeat,
        Duration silence,
        Duration look,
        int connections,
        int connectionsOfAddress,
        int posts,
        int postsAtOnce,
        int queuedFrames,
        int queuedBytes,
        Duration poll) {

    /** What a node usually bears. */
    public static ChatLimits usual() {
        return new ChatLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(25),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                16_000,
                1_000,
                10,
                20,
                256,
                256 * 1_024,
                Duration.ofSeconds(25));
    }

    /** The same, with other bounds on connections. */
    public ChatLimits withConnections(int inAll, int ofAddress) {
        return new ChatLimits(
                hello, heartbeat, silence, look, inAll, ofAddress, posts, postsAtOnce, queuedFrames, queuedBytes, poll);
    }

    /** The same, with other times. */
    public ChatLimits withTimes(Duration hello, Duration heartbeat, Duration silence, Duration look, Duration poll) {
        return new ChatLimits(
                hello,
                heartbeat,
                silence,
                look,
                connections,
                connectionsOfAddress,
                posts,
                postsAtOnce,
                queuedFrames,
                queuedBytes,
                poll);
    }

    /** The same, with another queue for slow readers. */
    public ChatLimits withQueue(int frames, int bytes) {
        return new ChatLimits(
                hello, heartbeat, silence, look, connections, connectionsOfAddress, posts, postsAtOnce, frames, bytes,
                poll);
    }
}
