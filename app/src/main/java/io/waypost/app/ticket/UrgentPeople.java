package io.waypost.app.ticket;

import io.waypost.app.identity.ActingPeople;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.Parcels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom one may name to see an urgent ticket through before it is opened: one's own colleagues, and whoever reaches the place
 * that has the parcel. An open ticket has a list of its own ({@link TicketMentions}).
 */
@Component
class UrgentPeople {

    private static final int SHOWN = 20;

    private final ActingPeople people;
    private final Parcels parcels;
    private final Ladders ladders;

    UrgentPeople(ActingPeople people, Parcels parcels, Ladders ladders) {
        this.people = people;
        this.parcels = parcels;
        this.ladders = ladders;
    }

    /**
     * Those people by a part of their name.
     *
     * @throws Refusal where the caller does not see the parcel
     */
    List<PersonRef> find(@Nullable String waybill, String typed) {
        List<String> paths = new ArrayList<>();
        paths.add(Acting.current().scope().path());
        if (waybill != null && !waybill.isBlank()) {
            var parcel = parcels.find(waybill).orElseThrow(() -> Refusal.notFound("parcel", waybill));
            var site = parcel.lastSite() == null ? parcel.originSite() : parcel.lastSite();
            if (site != null) {
                paths.add(ladders.path(site));
            }
        }
        return people.reaching(paths, typed, Permission.TICKET_READ, SHOWN);
    }
}
