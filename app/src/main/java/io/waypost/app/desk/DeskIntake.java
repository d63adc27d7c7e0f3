package io.waypost.app.desk;

import io.waypost.app.contract.Contracts;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.GrowthWatcher;
import io.waypost.app.conversation.NewEntry;
import io.waypost.app.kernel.Ids;
import io.waypost.app.live.LiveFeed;
import io.waypost.core.contact.Author;
import io.waypost.core.contact.ClosingWords;
import io.waypost.core.contact.Contact;
import io.waypost.core.contact.ContactState;
import io.waypost.core.contact.EntryKind;
import io.waypost.core.routing.FirstWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens a contact with a customer's first word, in the transaction that keeps the word: whatever was acknowledged is in a queue. Further
 * words belong to the contact that is open.
 */
@Component
class DeskIntake implements GrowthWatcher {

    private static final Duration REPEATED = Duration.ofDays(1);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("M 月 d 日 HH:mm");

    private final DeskContactStore contacts;
    private final StepStore steps;
    private final Conversations conversations;
    private final Contracts contracts;
    private final Policies policies;
    private final DeskHours hours;
    private final DeskFeed feed;
    private final LiveFeed live;
    private final RouterSignal signal;
    private final List<Receptionist> receptionists;

    DeskIntake(DeskContactStore contacts, StepStore steps, Conversations conversations, Contracts contracts,
            Policies policies, DeskHours hours, DeskFeed feed, LiveFeed live, RouterSignal signal,
            List<Receptionist> receptionists) {
        this.contacts = contacts;
        this.steps = steps;
        this.conversations = conversations;
        this.contracts = contracts;
        this.policies = policies;
        this.hours = hours;
        this.feed = feed;
        this.live = live;
        this.signal = signal;
        this.receptionists = receptionists;
    }

    @Override
    public void grown(List<Entry> entries) {
        var byConversation = new LinkedHashMap<UUID, List<Entry>>();
        for (var entry : entries) {
            if ((entry.author() == Author.CUSTOMER || entry.author() == Author.AGENT)
                    && entry.kind() != EntryKind.NOTE) {
                byConversation.computeIfAbsent(entry.conversation(), _ -> new ArrayList<>()).add(entry);
            }
        }
        if (!byConversation.isEmpty()) {
            grown(byConversation);
        }
    }

    /** All conversations of a batch together: a statement for each would cost more than what was written. */
    private void grown(Map<UUID, List<Entry>> byConversation) {
        var open = contacts.lockOpen(byConversation.keySet());
        var written = new ArrayList<KeptContact>();
        var told = new HashMap<UUID, UUID>();
        byConversation.forEach((conversation, entries) -> {
            var contact = open.get(conversation);
            if (contact == null) {
                var theirs = entries.stream().filter(entry -> entry.author() == Author.CUSTOMER).toList();
                contact = theirs.isEmpty() ? null : begun(conversation, theirs);
            }
            if (contact == null) {
                return;
            }
            for (var entry : entries) {
                contact = entry.author() == Author.CUSTOMER
                        ? ContactEdits.customerWrote(saysMore(contact, entry), entry.at())
                        : ContactEdits.agentWrote(contact, entry.at());
                link(contact, entry);
            }
            written.add(contact);
            var agent = contact.contact().agent();
            if (agent != null) {
                told.put(agent, contact.id());
            }
        });
        contacts.wrote(written);
        told.forEach(feed::changed);
    }

    /** The contact that begins with what a customer wrote; null where they only say thank you, or somebody else receives them. */
    private @Nullable KeptContact begun(UUID conversation, List<Entry> theirs) {
        if (thanked(conversation, theirs)) {
            return null;
        }
        return theirs.stream().filter(entry -> !received(entry)).findFirst().map(this::opened).orElse(null);
    }

    /** Whether they only say thank you for what has just ended; that stands in the conversation, and nothing begins anew. */
    private boolean thanked(UUID conversation, List<Entry> theirs) {
        if (!theirs.stream().allMatch(entry -> entry.kind() == EntryKind.TEXT && ClosingWords.closes(entry.text()))) {
            return false;
        }
        // A "good" to somebody who receives them answers a question, however lately a contact ended.
        if (receptionists.stream().anyMatch(each -> each.attends(conversation))) {
            return false;
        }
        var ended = contacts.newest(conversation).orElse(null);
        if (ended == null) {
            return false;
        }
        var closedAt = ended.closedAt();
        var at = theirs.getLast().at();
        if (closedAt == null || !ClosingWords.only(theirs.stream().map(Entry::text).toList(), closedAt, at,
                policies.inForce().thanks())) {
            return false;
        }
        steps.add(ended.id(), at, StepKind.THANKED, null, null, Map.of());
        return true;
    }

    private void link(KeptContact contact, Entry entry) {
        for (var waybill : WaybillsInText.of(entry.text())) {
            link(contact, LinkKind.PARCEL, waybill, entry.at());
        }
    }

    private void link(KeptContact contact, LinkKind kind, String ref, Instant at) {
        if (steps.link(contact.id(), kind, ref, at)) {
            steps.add(contact.id(), at, StepKind.LINKED, null, null, Map.of("kind", kind.name(), "ref", ref));
        }
    }

    /** Many customers say hello first: what they say while nobody has them counts too, until it is known what they come about. */
    private KeptContact saysMore(KeptContact contact, Entry entry) {
        var state = contact.contact().state();
        boolean waits = state == ContactState.WAITING || state == ContactState.PARKED;
        if (!waits || entry.seq() == contact.firstSeq()) {
            return contact;
        }
        var found = policies.words().in(entry.text());
        var matter = contact.matter().equals(SeatDesk.GENERAL) ? found.matter() : contact.matter();
        var language = contact.language() == null ? found.language() : contact.language();
        if (matter.equals(contact.matter()) && Objects.equals(language, contact.language())) {
            return contact;
        }
        var known = ContactEdits.known(contact, matter, language, contacts.repeats(contact.customer(), matter,
                contact.openedAt().minus(REPEATED), contact.id()));
        contacts.known(known);
        steps.add(known.id(), entry.at(), StepKind.KNOWN, null, null,
                AdmissionData.of(policies.inForce(), known, found));
        signal.afterCommit();
        return known;
    }

    private boolean received(Entry entry) {
        return !receptionists.isEmpty() && conversations.find(entry.conversation())
                .filter(conversation -> receptionists.stream().anyMatch(each -> each.receives(conversation, entry)))
                .isPresent();
    }

    /** A contact for a customer whom somebody else received, from their first word on; the wait begins now. */
    void receive(UUID conversation, DeskTalks.HandOver handOver, Instant now) {
        var open = contacts.lockOpen(List.of(conversation)).get(conversation);
        var contact = open == null ? handedOver(conversation, handOver, now) : open;
        for (var ticket : handOver.tickets()) {
            link(contact, LinkKind.TICKET, ticket.toString(), now);
        }
        conversations.writeNow(List.of(new NewEntry(conversation, Author.BOT, null, "机器人小结", EntryKind.NOTE,
                handOver.note(), null, null)));
    }

    private KeptContact handedOver(UUID conversation, DeskTalks.HandOver handOver, Instant now) {
        var first = conversations.at(List.of(conversation), List.of(handOver.firstSeq())).getFirst();
        var said = new Entry(conversation, first.seq(), first.author(), first.authorId(), first.authorName(),
                first.kind(), handOver.words(), first.file(), first.cid(), now);
        var contact = opened(said);
        link(contact, said);
        return contact;
    }

    private KeptContact opened(Entry first) {
        var conversation = conversations.find(first.conversation()).orElseThrow();
        var unit = code(conversation.unitPath());
        var claim = contracts.of(conversation.customer(), conversation.identity(), conversation.channel(),
                conversation.account(), first.at()).orElse(null);
        var opening = hours.opening(unit, claim == null ? null : claim.terms(), first.at());
        // Who comes before the hours of a contract is served within them, once it opens.
        var contract = claim == null
                ? null
                : KeptContract.of(claim, hours.served(claim.terms(), unit, opening.orElse(first.at())));
        var state = opening.map(Contact::parked).orElseGet(() -> Contact.waiting(first.at()));
        var found = policies.words().in(first.text());
        var kept = fresh(conversation, contract, state, first, found);
        contacts.add(kept);
        if (opening.isPresent()) {
            steps.add(kept.id(), first.at(), StepKind.PARKED, null, null, parked(opening.get(), kept, found));
            say(kept, "现在是非服务时间。您的留言已经收到，我们将在 %s 上班后第一时间联系您。请留下运单号和问题。"
                    .formatted(CLOCK.format(opening.get().atZone(BEIJING))));
        } else {
            steps.add(kept.id(), first.at(), StepKind.QUEUED, null, null,
                    AdmissionData.of(policies.inForce(), kept, found));
            signal.afterCommit();
        }
        live.tell("desk-board", kept.unitPath(), Map.of());
        // Whoever has just come is told where in the queue they are.
        conversations.changed(kept.conversation());
        return kept;
    }

    private Map<String, Object> parked(Instant opens, KeptContact kept, FirstWords.Found found) {
        var data = new HashMap<>(AdmissionData.of(policies.inForce(), kept, found));
        data.put("opens", opens.toString());
        return data;
    }

    private void say(KeptContact kept, String text) {
        conversations.writeNow(List.of(NewEntry.automatic(kept.conversation(), text)));
    }

    private KeptContact fresh(Conversation conversation, @Nullable KeptContract contract, Contact contact, Entry first,
            FirstWords.Found found) {
        var id = Ids.next(first.at());
        var last = contacts.last(conversation.customer()).orElse(null);
        return new KeptContact(id, conversation.id(), conversation.customer(),
                conversation.channel(), found.matter(), found.language(), contract,
                code(conversation.unitPath()),
                conversation.unitPath(), null, contact, null,
                contacts.repeats(conversation.customer(), found.matter(), first.at().minus(REPEATED), id),
                last == null ? null : last.agent(), last == null ? null : last.at(), first.at(), null, null,
                first.at(), null, null, 0, null, null, null, first.seq(), 1);
    }

    static String code(String unitPath) {
        return unitPath.substring(unitPath.lastIndexOf('/', unitPath.length() - 2) + 1, unitPath.length() - 1);
    }
}
