package io.waypost.app.desk;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.waypost.app.access.AccessFixture;
import io.waypost.app.access.Fixture;
import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.IdentityKind;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.conversation.NewIdentity;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.testing.Camera;
import io.waypost.app.testing.Organisation;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.presence.PresenceCommand;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpMethod;

/** Contacts of a unit's desk, which a lead takes over, and the seat of somebody there. */
@Fixture
class DeskAccess implements AccessFixture {

    private static final String FILES = "/api/v1/desk/conversations/{conversation}/files";
    private static final String CONTACT = "/api/v1/desk/contacts/{id}";

    private final Organisation organisation;
    private final Customers customers;
    private final Conversations conversations;
    private final DeskContactStore contacts;
    private final SeatDesk seats;
    private final ContactDesk desk;
    private final ReplyDesk replies;
    private final Attachments attachments;
    private final DeskWork work;

    DeskAccess(Organisation organisation, Customers customers, Conversations conversations, DeskContactStore contacts,
            SeatDesk seats, ContactDesk desk, ReplyDesk replies, Attachments attachments, DeskWork work) {
        this.organisation = organisation;
        this.customers = customers;
        this.conversations = conversations;
        this.contacts = contacts;
        this.seats = seats;
        this.desk = desk;
        this.replies = replies;
        this.attachments = attachments;
        this.work = work;
    }

    @Override
    public boolean forPeopleAlone() {
        return true;
    }

    @Override
    public List<Request> about(String unitCode) {
        var first = contact(unitCode);
        var second = contact(unitCode);
        var agent = organisation.actor(unitCode, Permission.DESK_WORK);
        Acting.as(agent, () -> seats.say(new PresenceCommand.Lives("t")));
        var conversation = work.whole(() -> contacts.find(first).orElseThrow()).conversation();
        var picture = Base64.getEncoder().encodeToString(Camera.photo());
        var file = file(new Subject("CONVERSATION", conversation));
        var third = contact(unitCode);
        var lead = organisation.actor(unitCode, Permission.DESK_WORK, Permission.DESK_LEAD);
        Acting.as(lead, () -> seats.say(new PresenceCommand.Lives("t")));
        Acting.as(lead, () -> desk.takeOver(third));
        var reply = Acting.as(lead, () -> replies.add(unitCode, UUID.randomUUID().toString().substring(0, 8), "您好", 1))
                .id();
        var guest = third + "/guests/" + agent.id();
        return List.of(
                Request.of(POST, "/api/v1/desk/presence", "", "{\"command\":\"LIVES\",\"tab\":\"t\"}").sharedByAll(),
                Request.get(CONTACT, first),
                Request.of(POST, CONTACT + "/take", first, "{}"),
                Request.upload(FILES, conversation, new Upload(picture)),
                new Request(GET, FILES + "/{file}",
                        FILES.replace("{conversation}", conversation.toString()) + "/" + file,
                        null, Optional.empty(), Foreign.REFUSED),
                Request.of(POST, CONTACT + "/accept", first, "{}"),
                Request.of(POST, CONTACT + "/return", first, "{}"),
                Request.of(POST, CONTACT + "/notes", first, "{\"text\":\"x\"}"),
                Request.of(POST, CONTACT + "/links", first, "{\"kind\":\"PARCEL\",\"ref\":\"YT6200000000001\"}"),
                Request.of(POST, CONTACT + "/pass", first, "{\"person\":null,\"level\":2,\"note\":\"x\"}"),
                Request.of(POST, CONTACT + "/take", second, "{}"),
                Request.of(POST, CONTACT + "/close", second, "{\"disposition\":\"OTHER\"}"),
                Request.of(POST, CONTACT + "/whispers", third, "{\"text\":\"x\"}"),
                Request.of(POST, CONTACT + "/take", third, "{}"),
                Request.of(POST, CONTACT + "/guests", third,
                        "{\"person\":\"%s\",\"note\":\"x\"}".formatted(agent.id())),
                Request.of(POST, CONTACT + "/guests/come", third, "{}"),
                to(POST, "/guests/{person}/raise", guest + "/raise"),
                to(DELETE, "/guests/{person}", guest),
                Request.of(PUT, "/api/v1/desk/replies/{id}", reply,
                        "{\"code\":\"%s\",\"text\":\"改了\",\"position\":1,\"version\":1}"
                                .formatted(UUID.randomUUID().toString().substring(0, 8))),
                Request.of(DELETE, "/api/v1/desk/replies/{id}", reply, null),
                Request.of(PUT, "/api/v1/desk/agents/{id}", agent.id(),
                        "{\"skills\":{\"GENERAL\":3},\"channels\":[\"CHAT\"]}"),
                Request.of(POST, "/api/v1/desk/agents/{id}/force", agent.id(), "{\"reason\":\"MEETING\"}"),
                Request.of(POST, "/api/v1/desk/agents/{id}/lift", agent.id(), "{}"));
    }

    private UUID file(Subject subject) {
        return Acting.as(new Actor.Internal("test"), () -> {
            var added = attachments.add(subject, "photo.jpg", new ByteArrayInputStream(Camera.photo()));
            work.whole(() -> attachments.use(subject, List.of(added.id()), "CHAT"));
            return added.id();
        });
    }

    private static Request to(HttpMethod method, String route, String rest) {
        return new Request(method, CONTACT + route, "/api/v1/desk/contacts/" + rest, "{}", Optional.empty(),
                Foreign.REFUSED);
    }

    private UUID contact(String unitCode) {
        var conversation = Acting.as(new Actor.Internal("test"), () -> work.whole(() -> {
            var who = customers.identify(
                    new NewIdentity(IdentityKind.VISITOR, "test", UUID.randomUUID().toString(), "访客"), null);
            return conversations.open(who.identity(), ContactChannel.CHAT, "test", organisation.path(unitCode));
        }));
        conversations.write(new NewEntry(conversation, Author.CUSTOMER, null, "", EntryKind.TEXT, "在吗", null, "1"))
                .toCompletableFuture().join();
        return work.whole(() -> contacts.newest(conversation).orElseThrow()).id();
    }
}
