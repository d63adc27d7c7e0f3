package io.waypost.app.channel;

import io.waypost.app.conversation.Conversation;
import io.waypost.core.contact.ContactChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to a channel that others carry (渠道适配器). Declare a bean of this type. Implementations must be thread-safe; all
 * methods are called as the platform, those that may talk to the other side outside of any transaction.
 */
public interface ChannelAdapter {

    ContactChannel channel();

    /** What its accounts are set up with. */
    List<ChannelField> fields();

    /**
     * What came in, read. May talk to the other side, to fetch a picture for example.
     *
     * @throws ChannelTrouble if it cannot be read now; it is tried again then
     */
    Incoming read(ChannelAccount account, Received received) throws ChannelTrouble;

    /** What was made of it, in the transaction that keeps it: for what only the channel itself wants to keep. */
    default void kept(ChannelAccount account, Received received, Conversation conversation, List<Long> seqs) {}

    /** How many messages it takes to say this; nothing for what this channel does not say. */
    List<String> parts(ChannelAccount account, Outgoing message);

    /** Hands over one part. Must return within a minute. */
    SendResult send(ChannelAccount account, Outgoing message, String part);

    /** What was handed over is marked as sent under that id: whatever the other side has said of it meanwhile counts from now on. */
    default void settled(ChannelAccount account, String extId) {}

    /** What whoever writes should know: until when one may write, how often, how long. Joins the running transaction. */
    ChannelLimits limits(ChannelAccount account, Conversation conversation);

    /** How customers are asked what they thought, once a contact is over; null where they are not. */
    default @Nullable String satisfactionQuestion() {
        return "本次服务已结束。您对服务满意吗？请回复数字 1 到 5（5 为非常满意）。";
    }

    /**
     * Tries whether the account works.
     *
     * @return what is wrong in words that say what to change; empty where it works
     */
    Optional<String> tryOut(ChannelAccount account);

    /** What is wrong with the account now, in words that say what to change; empty where all is well or that is not known. */
    default Optional<String> trouble(ChannelAccount account) {
        return Optional.empty();
    }

    /** How long to wait after so many tries that did not leave; empty when it is time to give up. */
    default Optional<Duration> again(int attempts) {
        return attempts > 5 ? Optional.empty() : Optional.of(Duration.ofSeconds(2L << (2 * attempts - 1)));
    }

    /** An account was added, changed or switched off, here or on another node. Returns at once. */
    default void changed() {}
}
