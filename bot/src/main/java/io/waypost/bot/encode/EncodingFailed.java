package io.waypost.bot.encode;

/** The model could not be loaded or run. */
public final class EncodingFailed extends RuntimeException {

    public EncodingFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
