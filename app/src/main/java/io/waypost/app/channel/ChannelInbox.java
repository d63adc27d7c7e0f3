package io.waypost.app.channel;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where adapters put what came in (来信箱), before anything is made of it. Thread-safe. */
public interface ChannelInbox {

    /**
     * Something that came in.
     *
     * @param extId the other side's number of it, the same however often it is told
     * @param sender whose words are taken in their order; in clear, kept as a blind index
     */
    record Letter(String extId, String sender, Content raw) {

        @Override
        public String toString() {
            return "Letter[%s]".formatted(raw);
        }
    }

    /** Keeps it; false where it is kept already. On disk once this returns, or with the running transaction where there is one. */
    boolean take(ChannelAccount account, Letter letter);

    /**
     * The other side says how far something has come that it calls by that id; never goes back.
     *
     * @param code why it did not arrive; null where it did
     */
    void report(ChannelAccount account, Collection<String> extIds, DeliveryState state, @Nullable String code);
}
