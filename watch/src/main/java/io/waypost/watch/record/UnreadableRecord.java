package io.waypost.watch.record;

/** A frame that is whole on the disk but does not hold what this release understands; the message tells what is wrong. */
public final class UnreadableRecord extends RuntimeException {

    UnreadableRecord(String message) {
        super(message);
    }

    UnreadableRecord(String message, Exception cause) {
        super(message, cause);
    }
}
