package io.waypost.app.attachment;

import io.waypost.core.attachment.FileFault;
import org.jspecify.annotations.Nullable;

/** Says with a reason that a file is not taken. */
final class Unusable extends Exception {

    private final FileFault fault;

    Unusable(FileFault fault, @Nullable Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    FileFault fault() {
        return fault;
    }
}
