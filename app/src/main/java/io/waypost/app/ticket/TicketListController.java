package io.waypost.app.ticket;

import io.swagger.v3.oas.annotations.Parameter;
import io.waypost.app.kernel.Page;
import io.waypost.app.ticket.TicketListStore.Counts;
import io.waypost.app.ticket.TicketLists.Query;
import io.waypost.app.ticket.TicketLists.Sort;
import io.waypost.app.ticket.TicketLists.Whose;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.TicketState.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tickets")
class TicketListController {

    private final TicketLists lists;
    private final TicketSearch search;

    TicketListController(TicketLists lists, TicketSearch search) {
        this.lists = lists;
        this.search = search;
    }

    @GetMapping
    Page<TicketRow> list(
            @RequestParam(required = false) @Nullable Whose view,
            @RequestParam(required = false) TicketState.@Nullable Name state,
            @RequestParam(required = false) @Nullable Phase phase,
            @RequestParam(required = false) @Nullable TicketLevel level,
            @RequestParam(required = false) @Nullable Boolean urgent,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @Parameter(description = "Due within 30 minutes and not overdue yet, as dueSoon of the counts.") @RequestParam(required = false) @Nullable Boolean dueSoon,
            @Parameter(description = "Above the outlet, with a region or the headquarters, as escalated of the counts.") @RequestParam(required = false) @Nullable Boolean escalated,
            @Parameter(description = "About parcels that lie at this unit or below it, whoever has the ticket now.") @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = "The code of a kind; one of the first level brings its second levels too.") @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "Conditions such as state:is:WAITING,REPLIED;dueAt:before:+30m;(urgent:is:true|urges:min:2); the fields are told where it is wrong.") @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable Sort sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.page(new Query(view, state, phase, level, urgent, overdue, kind, q, unit, dueSoon, escalated,
                TicketFields.read(filter), sort), cursor, Page.limit(limit));
    }

    /** In the body, so that a phone number stands in no address and no log. */
    @PostMapping("/search")
    TicketSearch.Result search(@RequestBody Question request) {
        return search.search(request.q());
    }

    @GetMapping("/counts")
    Counts counts() {
        return lists.counts();
    }

    record Question(@Nullable String q) {}
}
