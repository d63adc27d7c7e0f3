package io.waypost.app.channel;

import io.waypost.core.contact.ContactChannel;
import java.util.List;
import java.util.Optional;

/** Accounts of ours as adapters use them, whoever asks. Thread-safe. */
public interface ChannelAccounts {

    /** The account of that key while it is in use. */
    Optional<ChannelAccount> active(ContactChannel channel, String key);

    /** All accounts of a channel that are in use. */
    List<ChannelAccount> active(ContactChannel channel);
}
