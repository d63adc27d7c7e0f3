package io.waypost.chat.edge;

import io.waypost.chat.ChatItem;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is so, whatever devices were told; read past all that the storm blows at. */
public interface StormTruth {

    /** The entries of each conversation that somebody should have before them. */
    Map<UUID, List<ChatItem>> of(StormPerson person);
}
