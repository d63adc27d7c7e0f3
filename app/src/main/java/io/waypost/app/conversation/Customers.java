package io.waypost.app.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers (客户) and the ways on which they are known. Thread-safe. */
public interface Customers {

    /** Who is behind that way; a customer is made where nobody is. The name counts only then. Joins the running transaction. */
    Identified identify(NewIdentity identity, @Nullable String name);

    /** A customer as others show them: masked. */
    record CustomerRef(UUID id, String name) {}

    /** A way of theirs, masked. */
    record IdentityView(UUID id, IdentityKind kind, String label) {}

    /** A way of theirs in clear; never to be logged or shown. {@code account} is ours, on which they came. */
    record Way(UUID identity, IdentityKind kind, String account, String value) {

        @Override
        public String toString() {
            return "Way[%s %s]".formatted(kind, identity);
        }
    }

    /** A customer with all their ways. */
    record CustomerView(UUID id, String name, List<IdentityView> identities, java.time.Instant since) {

        public CustomerView {
            identities = List.copyOf(identities);
        }
    }

    /** Those customers, by id. */
    Map<UUID, CustomerRef> refs(Collection<UUID> ids);

    /** The customer, or the one that they were taken together with. */
    Optional<CustomerView> find(UUID id);

    /** Where to write to on that way, in clear; never to be logged or shown. For channels only, as the platform. */
    String address(UUID identity);

    /** The same for all ways of a customer, to find what else is known of them. As the platform. */
    List<Way> ways(UUID customer);

    /** Everything that belongs together with that customer: they and all those taken together with them. */
    List<UUID> identities(UUID customer);
}
