package io.waypost.app.channel;

import io.waypost.core.contact.ContactChannel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The adapters of this installation, by channel. */
@Component
class ChannelAdapters {

    private final ObjectProvider<ChannelAdapter> declared;

    ChannelAdapters(ObjectProvider<ChannelAdapter> declared) {
        this.declared = declared;
    }

    List<ChannelAdapter> all() {
        return declared.stream().sorted(java.util.Comparator.comparing(ChannelAdapter::channel)).toList();
    }

    Optional<ChannelAdapter> find(ContactChannel channel) {
        return Optional.ofNullable(byChannel().get(channel));
    }

    private Map<ContactChannel, ChannelAdapter> byChannel() {
        var map = new EnumMap<ContactChannel, ChannelAdapter>(ContactChannel.class);
        declared.forEach(adapter -> map.put(adapter.channel(), adapter));
        return map;
    }
}
