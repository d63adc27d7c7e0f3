package io.waypost.app.desk;

import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.presence.PresenceCommand;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers who write and agents who are there, for tests of the desk. */
@TestComponent
class DeskScene {

    static final Actor ALL = new Actor.Internal("test");

    private final Organisation organisation;
    private final Customers customers;
    private final Conversations conversations;
    private final SeatDesk seats;
    private final TransactionTemplate transaction;

    DeskScene(Organisation organisation, Customers customers, Conversations conversations, SeatDesk seats,
            TransactionTemplate transaction) {
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.seats = seats;
        this.transaction = transaction;
    }

    /** A customer's conversation with a desk. */
    record Talk(UUID customer, UUID identity, UUID conversation) {}

    Talk talk(String unitCode) {
        var key = UUID.randomUUID().toString();
        return all(() -> {
            var who = customers.identify(new NewIdentity(IdentityKind.VISITOR, "test", key, "访客"), null);
            return new Talk(who.customer(), who.identity(),
                    conversations.open(who.identity(), ContactChannel.CHAT, "test", organisation.path(unitCode)));
        });
    }

    /** A conversation of somebody known by that on one of our accounts. */
    Talk talk(String unitCode, NewIdentity identity, ContactChannel channel, String account) {
        return all(() -> {
            var who = customers.identify(identity, null);
            return new Talk(who.customer(), who.identity(),
                    conversations.open(who.identity(), channel, account, organisation.path(unitCode)));
        });
    }

    Entry says(Talk talk, String text) {
        return write(new NewEntry(talk.conversation(), Author.CUSTOMER, null, "", EntryKind.TEXT, text, null,
                UUID.randomUUID().toString()));
    }

    Entry answers(Actor.Person agent, Talk talk, String text) {
        return write(new NewEntry(talk.conversation(), Author.AGENT, agent.id(), agent.name(), EntryKind.TEXT, text,
                null, UUID.randomUUID().toString()));
    }

    Entry write(NewEntry entry) {
        return conversations.write(entry).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join().entry();
    }

    /** Somebody at the desk who takes contacts. */
    Actor.Person ready(String unitCode, Permission... more) {
        var agent = there(unitCode, more);
        Acting.as(agent, () -> seats.say(new PresenceCommand.Ready()));
        return agent;
    }

    /** Somebody at the desk who takes none yet. */
    Actor.Person there(String unitCode, Permission... more) {
        var permissions = java.util.stream.Stream.concat(java.util.stream.Stream.of(Permission.DESK_WORK),
                java.util.Arrays.stream(more)).toArray(Permission[]::new);
        var agent = organisation.actor(unitCode, permissions);
        Acting.as(agent, () -> seats.say(new PresenceCommand.Lives("t")));
        return agent;
    }

    void leaves(Actor.Person agent) {
        Acting.as(agent, () -> seats.say(new PresenceCommand.Closed("t")));
    }

    KeptContact contact(Talk talk, DeskContactStore contacts) {
        return all(() -> contacts.newest(talk.conversation()).orElseThrow());
    }

    List<Entry> entries(Talk talk) {
        return all(() -> conversations.entries(talk.conversation(), 0, 500));
    }

    Conversation conversation(Talk talk) {
        return all(() -> conversations.find(talk.conversation()).orElseThrow());
    }

    <R> R all(Supplier<R> work) {
        return Acting.as(ALL, () -> java.util.Objects
                .requireNonNull(transaction.execute(_ -> java.util.Objects.requireNonNull(work.get()))));
    }
}
