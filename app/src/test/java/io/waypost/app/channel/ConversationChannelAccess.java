package io.waypost.app.channel;

import static org.springframework.http.HttpMethod.POST;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conversation that others carry, in which something was not delivered, and whoever takes its contact. */
@Fixture
class ConversationChannelAccess implements AccessFixture {

    private static final String ROUTE = "/api/v1/desk/conversations/{id}";

    private final Organisation organisation;
    private final Customers customers;
    private final Conversations conversations;
    private final ChannelWork work;
    private final JdbcClient jdbc;

    ConversationChannelAccess(Organisation organisation, Customers customers, Conversations conversations,
            ChannelWork work, JdbcClient jdbc) {
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.work = work;
        this.jdbc = jdbc;
    }

    @Override
    public boolean forPeopleAlone() {
        return true;
    }

    @Override
    public List<Request> about(String unitCode) {
        var conversation = work.whole(() -> conversations.open(customers.identify(
                new NewIdentity(IdentityKind.PHONE, "", UUID.randomUUID().toString(), "138****0001"), null).identity(),
                ContactChannel.SMS, "tried", organisation.path(unitCode)));
        conversations.write(new NewEntry(conversation, Author.CUSTOMER, null, "", EntryKind.TEXT, "在吗", null, "1"))
                .toCompletableFuture().join();
        var contact = work.whole(() -> jdbc.sql("select id from desk.contact where conversation_id = ?")
                .param(conversation).query(UUID.class).single());
        work.whole(() -> jdbc.sql("""
                insert into channel.delivery (conversation_id, seq, channel, account, state, due_at, at)
                values (?, 1, 'SMS', 'tried', 'FAILED', now(), now())
                """).param(conversation).update());
        var again = "/deliveries/{seq}/again";
        return List.of(Request.get(ROUTE + "/channel", conversation),
                Request.of(POST, "/api/v1/desk/presence", "", "{\"command\":\"LIVES\",\"tab\":\"t\"}").sharedByAll(),
                Request.of(POST, "/api/v1/desk/contacts/{id}/take", contact, "{}"),
                new Request(POST, ROUTE + again, "/api/v1/desk/conversations/%s/deliveries/1/again"
                        .formatted(conversation), null, Optional.empty(), Foreign.REFUSED));
    }
}
