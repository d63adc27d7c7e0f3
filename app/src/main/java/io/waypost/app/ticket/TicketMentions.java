package io.waypost.app.ticket;

import io.waypost.app.identity.ActingPeople;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketDesk.Ask;

import io.waypost.core.ticket.TicketCommand.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Internal notes that call people in (@提到): only those who may see the ticket, and they are told. */
@Component
class TicketMentions {

    private static final int MOST = 10;
    private static final int SHOWN = 20;
    private static final Actor PLATFORM = new Actor.Internal("ticket-mentions");

    private final TicketDesk desk;
    private final TicketPeopleStore store;
    private final ActingPeople people;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    TicketMentions(TicketDesk desk, TicketPeopleStore store, ActingPeople people, ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.store = store;
        this.people = people;
        this.events = events;
        this.transaction = transaction;
    }

    /** People who may be mentioned on the ticket, by a part of their name. */
    List<PersonRef> candidates(UUID id, String typed) {
        return people.reaching(paths(id), typed, Permission.TICKET_READ, SHOWN);
    }

    /** Writes the note and tells those who are mentioned. */
    TicketView note(UUID id, String text, List<UUID> mentioned) {
        if (mentioned.size() > MOST) {
            throw Refusal.invalid("people", mentioned.size(), "TOO_MANY", "At most %d people.".formatted(MOST));
        }
        var paths = paths(id);
        Map<UUID, PersonRef> to = new LinkedHashMap<>();
        for (int i = 0; i < mentioned.size(); i++) {
            var person = people.now(mentioned.get(i))
                    .filter(known -> known.may(Permission.TICKET_READ)
                            && paths.stream().anyMatch(known.scope()::reaches));
            if (person.isEmpty()) {
                throw Refusal.invalid("people[%d]".formatted(i), mentioned.get(i), "UNKNOWN_PERSON",
                        "Somebody who may see the ticket.");
            }
            to.put(person.get().id(), new PersonRef(person.get().id(), person.get().name()));
        }
        var by = By.of(Acting.current()).ref();
        return desk.perform(id, Ask.plain(TicketAction.NOTE, new Note(), text)
                .saying(Map.of("mentioned", to.values().stream().map(PersonRef::name).toList()))
                .then((kept, at) -> to.values().forEach(person -> events.publishEvent(
                        new TicketMention(kept.id(), kept.number(), kept.waybill(), person, by, at)))));
    }

    private List<String> paths(UUID id) {
        desk.reachable(id);
        return Acting.as(PLATFORM, () -> Objects.requireNonNull(transaction.execute(_ -> store.paths(id))));
    }
}
