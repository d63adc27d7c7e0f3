package io.waypost.watch.log;

import org.jspecify.annotations.Nullable;

/** Why a log cannot be opened, cannot take a frame, or could not make one durable. The message names the file. */
public final class LogFailure extends RuntimeException {

    /** What went wrong. */
    public enum Reason {
        /** No space left on the device, or the quota is used up. */
        DISK_FULL,
        /** The disk refused a read, a write or a force. */
        DISK_ERROR,
        /** Something that had been acknowledged is damaged or missing; only a person may decide what to do. */
        CORRUPT,
        /** Another process, or another log of this one, has the folder open. */
        IN_USE,
        /** The path exists and is not a folder. */
        NOT_A_FOLDER,
        /** The operating system denies access. */
        NO_PERMISSION,
        /** The frames asked for were dropped. */
        DROPPED,
        /** The log was closed. */
        CLOSED
    }

    private final LogState state;
    private final Reason reason;
    private final boolean mayReappear;

    LogFailure(LogState state, Reason reason, String message, @Nullable Throwable cause) {
        this(state, reason, message, cause, false);
    }

    LogFailure(LogState state, Reason reason, String message, @Nullable Throwable cause, boolean mayReappear) {
        super(message, cause);
        this.state = state;
        this.reason = reason;
        this.mayReappear = mayReappear;
    }

    /** The state the failure left the log in. */
    public LogState state() {
        return state;
    }

    /** What went wrong. */
    public Reason reason() {
        return reason;
    }

    /**
     * Whether the frames that failed may be found when the log is opened again. Never after a full disk; after a failed force nobody
     * can tell, so the sender has to send again and the receiver has to bear with doubles.
     */
    public boolean mayReappear() {
        return mayReappear;
    }

    /** The same failure for one more thread, with that thread's own stack. */
    LogFailure again() {
        return new LogFailure(state, reason, String.valueOf(getMessage()), this, mayReappear);
    }
}
