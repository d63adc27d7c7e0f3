package io.waypost.app.export;

import io.waypost.app.identity.PersonRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export (导出任务), as the API shows it.
 *
 * @param rowsTotal how many rows there were when it was asked for
 * @param bytes how large the file is; null while there is none
 * @param failure why it failed, as a code
 */
record ExportJob(
        UUID id,
        String list,
        String title,
        State state,
        long rowsTotal,
        long rowsDone,
        @Nullable Long bytes,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Failure failure,
        PersonRef by) {

    /** Where it stands. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        EXPIRED
    }

    /** Why there is no file. */
    enum Failure {
        /** It went wrong again and again; the log says how. */
        BROKEN,
        /** Whoever asked for it may not have it any more. */
        NOT_ALLOWED,
        /** The list has grown beyond what a file may hold. */
        TOO_LARGE
    }

    boolean open() {
        return state == State.QUEUED || state == State.RUNNING;
    }
}
