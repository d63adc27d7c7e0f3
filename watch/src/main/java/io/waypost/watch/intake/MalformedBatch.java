package io.waypost.watch.intake;

/** A binary batch that is not built as it must be; nothing of it was taken. The message says at which byte and what would be right. */
public final class MalformedBatch extends Exception {

    MalformedBatch(int at, String message) {
        super("At byte %d: %s".formatted(at, message));
    }
}
