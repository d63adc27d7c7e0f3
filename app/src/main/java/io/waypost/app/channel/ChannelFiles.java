package io.waypost.app.channel;

import java.util.UUID;

/** Files of conversations as channels carry them: made harmless like all others. Thread-safe. */
public interface ChannelFiles {

    /** A file of an entry. */
    record Kept(String name, String type, Content content) {}

    /**
     * The file of an entry with its content.
     *
     * @throws ChannelTrouble if it cannot be read now
     */
    Kept open(UUID file) throws ChannelTrouble;
}
