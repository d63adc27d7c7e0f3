package io.waypost.client;

/** The server refused a call; {@link #code()} is the reason that it names. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private final String code;

    ApiException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The reason, such as STALE_VERSION; empty where the answer was no problem document. */
    public String code() {
        return code;
    }
}
