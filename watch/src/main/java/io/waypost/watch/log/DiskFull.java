package io.waypost.watch.log;

import java.io.IOException;

/** No space is left for a write; nothing was forced since, so the write can be undone. */
final class DiskFull extends IOException {

    DiskFull(String message, IOException cause) {
        super(message, cause);
    }
}
