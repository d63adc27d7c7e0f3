package io.waypost.watch.timeline;

import java.io.IOException;

/** A file of the timelines is not what was written. Nothing of the damaged part is handed out. */
public final class DamagedFileException extends IOException {

    private final String file;
    private final long offset;

    DamagedFileException(String file, long offset, String what) {
        super("%s is damaged at offset %d: %s.%nMaybe restore it from a backup.".formatted(file, offset, what));
        this.file = file;
        this.offset = offset;
    }

    /** The name of the file within its folder. */
    public String file() {
        return file;
    }

    /** Where the damaged part begins, in bytes. */
    public long offset() {
        return offset;
    }
}
