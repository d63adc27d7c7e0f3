package io.waypost.app.ticket;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.ticket.CustomerMessages.Direction;
import io.waypost.app.ticket.CustomerMessages.Message;
import io.waypost.app.ticket.TicketCounter.Contact;
import io.waypost.app.ticket.TicketCounter.Matter;
import io.waypost.app.ticket.TicketCounter.Urgency;
import io.waypost.app.ticket.TicketFiles.Source;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.core.scan.Codes;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.TicketCommand;
import io.waypost.core.ticket.TicketNumber;
import io.waypost.core.ticket.UrgentReason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door through which other features come to tickets: what customers, partners and the regulator ask, put to the same rules. */
@Service
class TicketDoor implements Tickets {

    private static final Caller CUSTOMER = CustomerCases.CUSTOMER;
    /** How many photos one message of a customer may bring. */
    private static final int CUSTOMER_PHOTOS = 3;

    private final TicketStore store;
    private final TicketListStore lists;
    private final TicketSteps steps;
    private final TicketRulebook rulebook;
    private final TicketCounter counter;
    private final TicketDesk desk;
    private final CustomerMessages messages;
    private final CustomerCases cases;
    private final TicketFiles files;
    private final TransactionTemplate transaction;

    TicketDoor(TicketStore store, TicketListStore lists, TicketSteps steps, TicketRulebook rulebook,
            TicketCounter counter, TicketDesk desk, CustomerMessages messages, CustomerCases cases, TicketFiles files,
            TransactionTemplate transaction) {
        this.store = store;
        this.lists = lists;
        this.steps = steps;
        this.rulebook = rulebook;
        this.counter = counter;
        this.desk = desk;
        this.messages = messages;
        this.cases = cases;
        this.files = files;
        this.transaction = transaction;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OpenTicket> open(String waybill) {
        return store.ofParcel(waybill).stream()
                .filter(kept -> !kept.ticket().ended())
                .min(Comparator.comparing((KeptTicket kept) -> !kept.matter().equals("MOVEMENT"))
                        .thenComparing(KeptTicket::openedAt))
                .map(kept -> new OpenTicket(kept.id(), kept.ticket().state(), kept.due(),
                        kept.facts().lastAnswer() == null ? null : kept.facts().lastAnswer().kind()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<TicketBrief> ofParcel(String waybill) {
        var code = Codes.waybill(waybill);
        return code == null ? List.of() : store.ofParcel(code).stream().map(TicketDoor::brief).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TicketBrief> find(UUID id) {
        return store.find(id).map(TicketDoor::brief);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TicketBrief> findByNumber(String number) {
        return TicketNumber.read(number).flatMap(read -> store.findByNumber(read.text())).map(TicketDoor::brief);
    }

    @Override
    public Opened open(NewMatter matter) {
        var contact = matter.contactName() == null && matter.contactPhone() == null
                ? null
                : new Contact(matter.contactName(), matter.contactPhone());
        var opened = counter.open(new Matter(matter.waybill(), matter.kind(),
                TicketBodies.text("description", matter.description()),
                matter.urgent() ? new Urgency(UrgentReason.OTHER, null, null) : null, contact, null));
        return new Opened(brief(opened.kept()), opened.joined());
    }

    @Override
    public TicketBrief message(UUID id, String text, List<UUID> photoIds) {
        var words = TicketBodies.words("text", text);
        if (photoIds.isEmpty()) {
            return asCustomer(id, new TicketCommand.Message(), words);
        }
        var photos = TicketFiles.checked("photoIds", photoIds, CUSTOMER_PHOTOS);
        var actor = Acting.current();
        return take(id, new TicketCommand.Message(), CUSTOMER, By.ofCustomer(actor), words,
                Map.of("files", photos.size()), row -> files.use(id, actor, photos, Source.MESSAGE, row, "photoIds"));
    }

    @Override
    public TicketBrief addFile(UUID id, UUID attachmentId) {
        if (!(Acting.current() instanceof Actor.Partner partner)) {
            throw new IllegalStateException("Files of %s are added by partners here.".formatted(id));
        }
        return take(id, new TicketCommand.Message(), CUSTOMER, By.of(partner), null, Map.of("files", 1),
                _ -> files.use(id, partner, List.of(attachmentId), Source.PARTNER, partner.keyId(), "file"));
    }

    @Override
    public TicketBrief urge(UUID id, @Nullable String note) {
        return asCustomer(id, new TicketCommand.Urge(), note);
    }

    @Override
    public TicketBrief withdraw(UUID id, @Nullable String note) {
        return asCustomer(id, new TicketCommand.Withdraw(), note);
    }

    @Override
    public TicketBrief confirm(UUID id, @Nullable String note) {
        return asCustomer(id, new TicketCommand.Confirm(), note);
    }

    @Override
    public TicketBrief dispute(UUID id, String note) {
        return asCustomer(id, new TicketCommand.Reopen(), TicketBodies.words("note", note));
    }

    @Override
    public TicketBrief receiveAppeal(UUID id, String appealNumber) {
        return asPlatform(id, new TicketCommand.ReceiveAppeal(), Map.of("appeal", appealNumber));
    }

    @Override
    public TicketBrief endAppeal(UUID id, String appealNumber) {
        return asPlatform(id, new TicketCommand.EndAppeal(), Map.of("appeal", appealNumber));
    }

    @Override
    @Transactional(readOnly = true)
    public List<TicketBrief> changed(Changes changes) {
        return lists.changed(changes).stream().map(TicketDoor::brief).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<TicketMessage> messages(UUID id) {
        desk.reachable(id);
        return messages.of(id).stream().map(one -> new TicketMessage(one.id(), one.at(),
                one.direction() == Direction.IN, one.by().name(), one.text())).toList();
    }

    @Override
    public List<CustomerCase> casesOf(String waybill) {
        var code = Codes.waybill(waybill);
        return code == null ? List.of() : cases.ofParcel(code);
    }

    @Override
    public void rate(UUID id, @Nullable Integer stars, @Nullable String words) {
        cases.rate(id, stars, words);
    }

    private TicketBrief asCustomer(UUID id, TicketCommand command, @Nullable String text) {
        var by = By.ofCustomer(Acting.current());
        return take(id, command, CUSTOMER, by, text, Map.of());
    }

    private TicketBrief asPlatform(UUID id, TicketCommand command, Map<String, Object> data) {
        return take(id, command, Caller.PLATFORM, By.PLATFORM, null, data);
    }

    private TicketBrief take(UUID id, TicketCommand command, Caller caller, By by, @Nullable String text,
            Map<String, Object> data) {
        return take(id, command, caller, by, text, data, _ -> {});
    }

    /**
     * Takes the step.
     *
     * @param with what else belongs to it, given the id of the message that is kept
     */
    private TicketBrief take(UUID id, TicketCommand command, Caller caller, By by, @Nullable String text,
            Map<String, Object> data, Consumer<UUID> with) {
        var waybill = desk.reachable(id).waybill();
        return Acting.as(TicketDesk.PLATFORM, () -> transaction.execute(_ -> {
            desk.lockParcel(waybill);
            var kept = store.lock(id).orElseThrow();
            var at = desk.now();
            var noted = command instanceof TicketCommand.Urge ? kept.with(kept.facts().withUrge()) : kept;
            var next = steps.take(noted, TicketDesk.granted(noted, command, rulebook.of(noted), caller, at),
                    new Step(by, at, text, data));
            var row = Ids.next(at);
            if (text != null && caller.equals(CUSTOMER)) {
                messages.add(id, new Message(row, at, Direction.IN, by, text));
            }
            with.accept(row);
            return brief(next);
        }));
    }

    static TicketBrief brief(KeptTicket kept) {
        var ticket = kept.ticket();
        return new TicketBrief(kept.id(), kept.number(), ticket.kind().code(), kept.waybill(), ticket.state().name(),
                ticket.urgent(), kept.placePath(), kept.desk().unitPath(), kept.intake().description(), kept.openedAt(),
                kept.updatedAt(), kept.due(), ticket.statutory() == null ? null : ticket.statutory().due(),
                ticket.state().endedAt().orElse((Instant) null), StateBody.of(ticket.state()).reason(), kept.version());
    }
}
