package io.waypost.client;

/** No usable answer in all tries that the {@link RetryPolicy} allows. */
public final class ServerUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
