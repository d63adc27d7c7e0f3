package io.waypost.app.ticket;

import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.ticket.Assignments.Choice;
import io.waypost.app.ticket.HistoryStore.Entry;
import io.waypost.app.ticket.TicketStore.Woken;
import io.waypost.core.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything that a batch of steps writes, gathered so that each table is written once. Not safe for threads. */
final class StepWriter {

    private final Recipients recipients;
    private final List<Woken> tickets = new ArrayList<>();
    private final List<HistoryStore.Line> history = new ArrayList<>();
    private final List<CourseStore.Course> courses = new ArrayList<>();
    private final List<Sight> sights = new ArrayList<>();
    private final List<UUID> endedOrBack = new ArrayList<>();
    private final List<TicketNews> news = new ArrayList<>();
    private final List<TicketCustomerNews> customerNews = new ArrayList<>();
    private final List<TicketChanged> changes = new ArrayList<>();
    private final List<Hint> hints = new ArrayList<>();
    private final Map<UUID, Choice> assigned = new HashMap<>();
    private final Map<UUID, Integer> given = new HashMap<>();
    private final Map<String, List<PersonRef>> staff = new HashMap<>();

    StepWriter(Recipients recipients) {
        this.recipients = recipients;
    }

    record Sight(UUID ticketId, String unitPath) {}

    record Hint(String path, Map<String, String> data) {}

    Recipients recipients() {
        return recipients;
    }

    /** The people of a unit who have one of those roles, looked up once a batch. */
    List<PersonRef> staff(People people, String unit, Set<Role> roles) {
        return staff.computeIfAbsent(unit + " " + roles, _ -> people.staff(unit, roles));
    }

    /** Somebody is given that ticket; nobody sees it in the database before the batch is written. */
    void assigned(UUID ticketId, Choice choice) {
        assigned.put(ticketId, choice);
        given.merge(choice.person().id(), 1, Integer::sum);
    }

    /** Who was given that ticket in this step. */
    Optional<Choice> takeAssigned(UUID ticketId) {
        return Optional.ofNullable(assigned.remove(ticketId));
    }

    /** How many tickets of this batch somebody has been given. */
    int given(UUID person) {
        return given.getOrDefault(person, 0);
    }

    void keep(Woken ticket) {
        tickets.add(ticket);
    }

    void log(UUID ticketId, Entry entry) {
        history.add(new HistoryStore.Line(ticketId, entry));
    }

    void course(CourseStore.Course course) {
        courses.add(course);
    }

    /** Lets a unit see a ticket that does not lie below it; what does, it sees anyway. */
    void letSee(KeptTicket ticket, String unitPath) {
        if (!ticket.placePath().startsWith(unitPath)) {
            sights.add(new Sight(ticket.id(), unitPath));
        }
    }

    /** Says that a ticket ended, or is open again. */
    void endedOrBack(UUID ticketId) {
        endedOrBack.add(ticketId);
    }

    void tell(TicketNews told) {
        news.add(told);
    }

    void tellCustomer(TicketCustomerNews told) {
        customerNews.add(told);
    }

    void changed(TicketChanged step) {
        changes.add(step);
    }

    void hint(String path, Map<String, String> data) {
        hints.add(new Hint(path, data));
    }

    List<Woken> tickets() {
        return tickets;
    }

    List<HistoryStore.Line> history() {
        return history;
    }

    List<CourseStore.Course> courses() {
        return courses;
    }

    List<Sight> sights() {
        return sights;
    }

    List<UUID> endedOrBack() {
        return endedOrBack;
    }

    List<TicketNews> news() {
        return news;
    }

    List<TicketCustomerNews> customerNews() {
        return customerNews;
    }

    List<TicketChanged> changes() {
        return changes;
    }

    List<Hint> hints() {
        return hints;
    }
}
