package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Page;
import io.waypost.app.ticket.GreenChannel.GreenSummary;
import io.waypost.app.ticket.GreenChannel.GreenTicket;
import io.waypost.app.ticket.GreenChannel.GreenUse;
import io.waypost.app.ticket.GreenChannel.Narrowed;
import io.waypost.core.ticket.UrgentReason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tickets/green")
class GreenController {

    private static final int TYPED = 40;

    private final GreenChannel channel;
    private final UrgentPeople people;

    GreenController(GreenChannel channel, UrgentPeople people) {
        this.channel = channel;
        this.people = people;
    }

    @GetMapping
    Page<GreenTicket> page(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UrgentReason reason,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return channel.page(new Narrowed(unit, reason), cursor, Page.limit(limit));
    }

    @GetMapping("/summary")
    GreenSummary summary(@RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UrgentReason reason) {
        return channel.summary(new Narrowed(unit, reason));
    }

    @GetMapping("/use")
    GreenUse use(@RequestParam(required = false) @Nullable String unit) {
        return channel.use(unit);
    }

    @GetMapping("/people")
    List<PersonRef> people(@RequestParam(required = false) @Nullable String waybill,
            @RequestParam(defaultValue = "") String q) {
        return people.find(waybill, q.length() > TYPED ? q.substring(0, TYPED) : q.strip());
    }
}
