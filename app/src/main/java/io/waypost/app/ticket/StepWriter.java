package io.waypost.app.ticket;

import io.waypost.app.ticket.HistoryStore.Entry;
import io.waypost.app.ticket.TicketStore.Woken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    StepWriter(Recipients recipients) {
        this.recipients = recipients;
    }

    record Sight(UUID ticketId, String unitPath) {}

    record Hint(String path, Map<String, String> data) {}

    Recipients recipients() {
        return recipients;
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
