package io.waypost.app.ticket;

import io.waypost.app.kernel.Permission;
import io.waypost.app.view.ViewSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The list of tickets, as views are kept of it. */
@Component
class TicketViewSource implements ViewSource {

    private final TicketLists lists;

    TicketViewSource(TicketLists lists) {
        this.lists = lists;
    }

    @Override
    public String list() {
        return "tickets";
    }

    @Override
    public Permission permission() {
        return Permission.TICKET_READ;
    }

    @Override
    public void check(Map<String, String> query) {
        TicketExport.query(query);
    }

    @Override
    public long count(Map<String, String> query, long most) {
        return lists.count(TicketExport.query(query), most);
    }
}
