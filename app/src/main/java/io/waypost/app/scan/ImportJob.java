package io.waypost.app.scan;

import io.waypost.app.identity.PersonRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of scans on its way in (导入任务), as the API shows it. */
record ImportJob(
        UUID id,
        String fileName,
        Format format,
        State state,
        long bytesTotal,
        long bytesDone,
        long lines,
        long accepted,
        long duplicates,
        long rejected,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        PersonRef by,
        @Nullable String failure) {

    enum Format {
        CSV,
        NDJSON
    }

    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }
}
