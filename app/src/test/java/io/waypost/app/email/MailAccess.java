package io.waypost.app.email;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.email.MailStore.KeptMail;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpMethod;

/** A mail of a customer whose contact a unit's desk has. */
@Fixture
class MailAccess implements AccessFixture {

    private static final String MAIL = "/api/v1/desk/conversations/{id}/mails/{seq}";

    private final Organisation organisation;
    private final Customers customers;
    private final Conversations conversations;
    private final MailStore store;
    private final EmailWork work;

    MailAccess(Organisation organisation, Customers customers, Conversations conversations, MailStore store,
            EmailWork work) {
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.store = store;
        this.work = work;
    }

    @Override
    public boolean forPeopleAlone() {
        return true;
    }

    @Override
    public List<Request> about(String unitCode) {
        var conversation = work.whole(() -> {
            var who = customers.identify(new NewIdentity(IdentityKind.EMAIL, "email",
                    UUID.randomUUID() + "@customer.example", "x***@customer.example"), null);
            return conversations.open(who.identity(), ContactChannel.EMAIL, "tried", organisation.path(unitCode));
        });
        conversations.write(new NewEntry(conversation, Author.CUSTOMER, null, "", EntryKind.TEXT, "在吗", null, "1"))
                .toCompletableFuture().join();
        work.whole(() -> {
            store.add(conversation, List.of(1L), "tried", "x@customer.example", new KeptMail("<1@customer.example>", "",
                    "Question", "x***@customer.example", "s***@service.example", null, "<p>在吗</p>", List.of(), 0));
            return true;
        });
        return List.of(new Request(HttpMethod.GET, MAIL,
                MAIL.replace("{id}", conversation.toString()).replace("{seq}", "1"), null, Optional.empty(),
                Foreign.REFUSED));
    }
}
