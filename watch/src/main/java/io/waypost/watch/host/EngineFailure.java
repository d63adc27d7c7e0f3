package io.waypost.watch.host;

import org.jspecify.annotations.Nullable;

/** Why an engine cannot be opened, or stopped. What it had acknowledged is still in its log. */
public final class EngineFailure extends RuntimeException {

    EngineFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
