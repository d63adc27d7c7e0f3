package io.waypost.app.channel;

import io.waypost.core.contact.ContactChannel;
import java.util.Map;

/**
 * An account of ours on a channel (接入账号): an official account, a mailbox, a number.
 *
 * @param key by which addresses and conversations name it
 * @param settings what may be shown, by the names of {@link ChannelField}
 * @param secrets what may not; never to be logged
 */
public record ChannelAccount(ContactChannel channel, String key, String name, String unitCode, String unitPath,
        Map<String, String> settings, Map<String, String> secrets, boolean active, int version) {

    public ChannelAccount {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    /** A setting that every account of the channel has. */
    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    /** A secret that every account of the channel has. */
    public String secret(String name) {
        return secrets.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "ChannelAccount[%s %s]".formatted(channel, key);
    }
}
