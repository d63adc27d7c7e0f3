package io.waypost.app.identity;

/**
 * A feature that pages of other origins use (跨站接入), such as a shop's page with our chat. Asked for each request: answers at once,
 * thread-safe. Such pages never send a session's cookie.
 */
public interface OtherOrigins {

    /** Below which path of the API. */
    String below();

    /** Whether pages of that origin may. */
    boolean allows(String origin);

    /** The origin of the feature's own socket, for the platform's own pages. */
    String socket();
}
