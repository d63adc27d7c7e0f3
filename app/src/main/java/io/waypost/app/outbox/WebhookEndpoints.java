package io.waypost.app.outbox;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where partners want to be called; whoever owns their subscriptions implements this as a bean. Asked outside of any transaction, once
 * for each call; must be thread-safe.
 */
public interface WebhookEndpoints {

    /** The endpoint of that id; empty where it is gone or disabled: its calls are then not sent. */
    Optional<Endpoint> find(String id);

    /** The partner said that the address is gone for good (410), or it must not be called: nothing more is to be sent there. */
    void disable(String id, String code);

    /**
     * An address.
     *
     * @param secrets as issued ({@code whsec_…}), the newest first; two while they are being changed. Never to be logged
     */
    record Endpoint(URI address, List<String> secrets) {

        public Endpoint {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Endpoint[%s]".formatted(address.getHost());
        }
    }
}
