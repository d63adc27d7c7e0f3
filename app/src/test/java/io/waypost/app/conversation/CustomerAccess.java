package io.waypost.app.conversation;

import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.ContactChannel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers who have a conversation with a unit's desk. */
@Fixture
class CustomerAccess implements AccessFixture {

    private final Organisation organisation;
    private final CustomerDesk customers;
    private final Conversations conversations;
    private final TransactionTemplate transaction;

    CustomerAccess(Organisation organisation, CustomerDesk customers, Conversations conversations,
            TransactionTemplate transaction) {
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.transaction = transaction;
    }

    @Override
    public List<Request> about(String unitCode) {
        var one = customer(unitCode);
        var other = customer(unitCode);
        var kept = customer(unitCode);
        var gone = customer(unitCode);
        var merge = Acting.as(new Actor.Internal("test"), () -> customers.merge(kept, gone));
        return List.of(Request.get("/api/v1/customers/{id}", one),
                Request.of(POST, "/api/v1/customers/{id}/merge", one, "{\"other\":\"%s\"}".formatted(other)),
                Request.of(POST, "/api/v1/customers/merges/{id}/undo", merge, "{}"));
    }

    UUID customer(String unitCode) {
        return Acting.as(new Actor.Internal("test"), () -> Objects.requireNonNull(transaction.execute(_ -> {
            var who = customers.identify(
                    new NewIdentity(IdentityKind.VISITOR, "test", UUID.randomUUID().toString(), "访客"), null);
            conversations.open(who.identity(), ContactChannel.CHAT, "test", organisation.path(unitCode));
            return who.customer();
        })));
    }
}
