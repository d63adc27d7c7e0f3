package io.waypost.app.desk;

import io.waypost.app.contract.ContractTermsBody;
import io.waypost.app.contract.Contracts;
import io.waypost.app.contract.Contracts.ContractPersonCard;
import io.waypost.app.contract.Contracts.KnownBy;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Customers;
import io.waypost.app.conversation.Customers.CustomerRef;
import io.waypost.app.conversation.Customers.CustomerView;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.contact.ContactEnd;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.GuestRole;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contacts as they are shown: with who and what they are about, masked. */
@Component
class ContactViews {

    private final DeskContactStore contacts;
    private final DeskSeatStore seats;
    private final GuestStore guests;
    private final StepStore steps;
    private final Conversations conversations;
    private final Customers customers;
    private final Contracts contracts;
    private final Network network;

    ContactViews(DeskContactStore contacts, DeskSeatStore seats, GuestStore guests, StepStore steps,
            Conversations conversations,
            Customers customers, Contracts contracts, Network network) {
        this.contacts = contacts;
        this.seats = seats;
        this.guests = guests;
        this.steps = steps;
        this.conversations = conversations;
        this.customers = customers;
        this.contracts = contracts;
        this.network = network;
    }

    /** Somebody by name. */
    record DeskPerson(UUID id, String name) {}

    /** A colleague who was asked into a contact; {@code here} once they have come. */
    record GuestView(DeskPerson person, GuestRole role, boolean here, DeskPerson by, String note, Instant at) {}

    /** The contract under which a contact came; none for retail customers. */
    record ContractTag(UUID id, String code, String name) {

        static @Nullable ContractTag of(@Nullable KeptContract kept) {
            return kept == null ? null : new ContractTag(kept.id(), kept.code(), kept.routed().name());
        }
    }

    /**
     * What whoever serves it should know of the contract, with the terms by which it was routed.
     *
     * @param person which of its people they are; null where they are none
     * @param served whether it came within the contract's hours
     */
    record ContractCard(UUID id, String code, String name, int version, KnownBy by, @Nullable String person,
            boolean served, ContractTermsBody terms, List<DeskPerson> agents, List<ContractPersonCard> people) {

        ContractCard {
            agents = List.copyOf(agents);
            people = List.copyOf(people);
        }
    }

    /** A contact as lists show it. */
    record ContactView(UUID id, UUID conversation, ContactChannel channel, ContactState state, CustomerRef customer,
            @Nullable ContractTag contract, String matter, UnitRef unit, int level, Instant since,
            @Nullable DeskPerson agent,
            @Nullable Instant offeredUntil, @Nullable String lastText, @Nullable Instant lastAt, long unread,
            int repeats, List<String> waybills, @Nullable ContactEnd end, @Nullable String disposition,
            @Nullable Integer score, List<GuestView> guests, long version) {

        ContactView {
            guests = List.copyOf(guests);
            waybills = List.copyOf(waybills);
        }
    }

    /** What happened to it. */
    record StepView(Instant at, StepKind what, @Nullable DeskPerson by, @Nullable String text,
            Map<String, Object> data) {}

    /** What it is about. */
    record LinkView(LinkKind kind, String ref, Instant at) {}

    /** A contact with all that belongs to it. */
    record ContactDetail(ContactView contact, CustomerView customer, @Nullable ContractCard contract,
            List<StepView> steps, List<LinkView> links,
            List<ContactView> before) {

        ContactDetail {
            steps = List.copyOf(steps);
            links = List.copyOf(links);
            before = List.copyOf(before);
        }
    }

    List<ContactView> views(Collection<KeptContact> kept) {
        var heads = conversations.all(kept.stream().map(KeptContact::conversation).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Conversation::id, Function.identity()));
        var refs = customers.refs(kept.stream().map(KeptContact::customer).collect(Collectors.toSet()));
        var names = seats.names(kept.stream().map(contact -> contact.contact().agent()).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var waybills = contacts.waybills(kept.stream().map(KeptContact::id).toList());
        var invited = guests.of(kept.stream().map(KeptContact::id).toList());
        return kept.stream().map(contact -> view(contact, heads.get(contact.conversation()),
                refs.getOrDefault(contact.customer(), new CustomerRef(contact.customer(), "")), names,
                waybills.getOrDefault(contact.id(), List.of()), invited.getOrDefault(contact.id(), List.of())))
                .toList();
    }

    ContactView view(KeptContact kept) {
        return views(List.of(kept)).getFirst();
    }

    ContactDetail detail(KeptContact kept) {
        var customer = customers.find(kept.customer()).orElseThrow();
        return new ContactDetail(view(kept), customer, card(kept.contract()), steps.of(kept.id()),
                steps.links(kept.id()),
                views(contacts.ofCustomer(kept.customer(), kept.id())));
    }

    private @Nullable ContractCard card(@Nullable KeptContract kept) {
        if (kept == null) {
            return null;
        }
        var routed = kept.routed();
        var names = seats.names(routed.terms().agents());
        return new ContractCard(kept.id(), kept.code(), routed.name(), routed.version(), routed.by(),
                routed.person(), routed.served(), routed.terms(), routed.terms().agents().stream()
                        .filter(names::containsKey)
                        .map(agent -> new DeskPerson(agent, names.getOrDefault(agent, ""))).toList(),
                contracts.people(kept.id()));
    }

    private ContactView view(KeptContact kept, @Nullable Conversation head, CustomerRef customer,
            Map<UUID, String> names, List<String> waybills, List<KeptGuest> invited) {
        var contact = kept.contact();
        var agent = contact.agent();
        boolean open = contact.state() != ContactState.CLOSED;
        return new ContactView(kept.id(), kept.conversation(), kept.channel(), contact.state(), customer,
                ContractTag.of(kept.contract()), kept.matter(), network.ref(kept.unitCode()), contact.level(),
                contact.since(),
                agent == null ? null : new DeskPerson(agent, names.getOrDefault(agent, "")), contact.offeredUntil(),
                head == null ? null : head.lastText(), head == null ? null : head.lastAt(),
                head == null || !open ? 0 : head.unread(), kept.repeats(), waybills, contact.end(), kept.disposition(),
                kept.score(),
                invited.stream().map(guest -> new GuestView(guest.person(), guest.guest().role(), guest.guest().here(),
                        guest.by(), guest.note(), guest.askedAt())).toList(),
                kept.version());
    }
}
