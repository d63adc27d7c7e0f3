package io.waypost.watch.table;

import java.io.IOException;

/** A snapshot that must not be used; the message says what is wrong with it and where. An unreadable disk is another exception. */
public final class RefusedSnapshot extends IOException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Reason {
        /** It is something else. */
        NOT_A_SNAPSHOT,
        /** A newer release wrote it. */
        NEWER_VERSION,
        /** It is whole, but of another shard or with records of another size. */
        OTHER_TABLE,
        /** It ends too early. */
        TRUNCATED,
        /** Its bytes were changed: a checksum is wrong. */
        DAMAGED,
        /** The checksums are right, the content is not. */
        INCONSISTENT
    }

    private final Reason reason;

    /** Refuses it for that reason. */
    public RefusedSnapshot(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
