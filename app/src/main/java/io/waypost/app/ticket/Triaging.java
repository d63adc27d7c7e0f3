package io.waypost.app.ticket;

import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.parcel.ParcelFacts;
import io.waypost.app.sop.Sops;
import io.waypost.app.triage.Triages;
import io.waypost.core.identity.Role;
import io.waypost.core.sop.Stage;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.Ladder;
import io.waypost.core.ticket.UrgentReason;
import io.waypost.core.triage.Custody;
import io.waypost.core.triage.TriageChannel;
import io.waypost.core.triage.TriageDecision;
import io.waypost.core.triage.TriageFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a matter that comes in to the rules of triage, and finds the unit that they mean. Without I/O; thread-safe. */
@Component
class Triaging {

    private final Triages triages;
    private final TicketRulebook rulebook;
    private final Sops sops;
    private final Ladders ladders;
    private final Network network;

    Triaging(Triages triages, TicketRulebook rulebook, Sops sops, Ladders ladders, Network network) {
        this.triages = triages;
        this.rulebook = rulebook;
        this.sops = sops;
        this.ladders = ladders;
        this.network = network;
    }

    /**
     * A matter that comes in.
     *
     * @param parcel null where it is about none, or nothing of it is asked
     * @param holding the unit that must act on the parcel, and those above it
     * @param desk the unit that takes it in
     * @param customer the contract customer's name; null where none is known
     */
    record Incoming(
            TicketKind kind,
            TriageChannel channel,
            boolean urgent,
            int repeat,
            @Nullable ParcelFacts parcel,
            Ladder holding,
            String desk,
            @Nullable String customer,
            String text) {}

    /**
     * Where it goes.
     *
     * @param desk the unit that answers for it to the customer
     * @param sorted whether it goes to the ladder's place at once, even where its SOP begins at the desk
     * @param urgent why it becomes urgent; null where no rule makes it so
     * @param role who of the owner takes it; null for whoever usually does
     */
    record Placed(Ladder ladder, String desk, boolean sorted, @Nullable UrgentReason urgent, @Nullable Role role,
            TriageNote note) {}

    /** Why it became urgent, in the name of the rule that made it so; null where none did. */
    static KeptTicket.@Nullable Urgency urgency(Placed placed, Instant at) {
        var raised = placed.note().why().raised();
        return placed.urgent() == null || raised == null
                ? null
                : new KeptTicket.Urgency(placed.urgent(), null, at, raised.name());
    }

    /** Whether the rules ask anything of the parcel. */
    boolean askParcel() {
        return triages.askParcel();
    }

    /** Where the matter goes, and why. */
    Placed place(Incoming matter, Instant at) {
        return placed(matter, triages.decide(facts(matter)), at);
    }

    /** Where a matter of those facts would go. */
    Placed place(Incoming matter, TriageFacts facts, Instant at) {
        return placed(matter, triages.decide(facts), at);
    }

    TriageFacts facts(Incoming matter) {
        var parcel = matter.parcel();
        var place = matter.holding().place();
        var units = new ArrayList<>(network.ancestors(place).stream().map(Unit::code).toList());
        units.add(place);
        var custody = parcel == null
                ? matter.kind().found()
                        ? Custody.of(place, matter.holding().hub(), null, null, null)
                        : Custody.NONE
                : Custody.of(parcel.lastSite(), matter.holding().hub(), parcel.originSite(), parcel.destinationSite(),
                        parcel.status());
        return new TriageFacts(matter.kind(), sops.kinds().entry(matter.kind()).bizType(), matter.channel(),
                matter.urgent(), matter.repeat(), parcel == null ? null : parcel.status(), custody, units,
                matter.customer(), matter.text());
    }

    private Placed placed(Incoming matter, TriageDecision decision, Instant at) {
        var holding = matter.holding();
        var parcel = matter.parcel();
        return switch (decision.owner()) {
            case AS_PROCEDURE -> byProcedure(matter, decision, at, false);
            case DESK -> desk(matter, decision, at);
            case HOLDING_UNIT -> direct(matter, decision, Optional.of(holding), at);
            case COLLECTING_OUTLET ->
                direct(matter, decision, outlet(parcel == null ? null : parcel.originSite()), at);
            case DELIVERING_OUTLET ->
                direct(matter, decision, outlet(parcel == null ? null : parcel.destinationSite()), at);
            case REGION -> direct(matter, decision, Optional.of(ladders.of(holding.region())), at);
            case HEADQUARTERS -> direct(matter, decision, Optional.of(ladders.of(holding.headquarters())), at);
            case UNIT -> direct(matter, decision, Optional.ofNullable(decision.unit()).filter(ladders::works)
                    .map(ladders::of), at);
        };
    }

    private Placed byProcedure(Incoming matter, TriageDecision decision, Instant at, boolean instead) {
        var owner = sortedAtDesk(matter.kind(), at) ? matter.desk() : matter.holding().place();
        return new Placed(matter.holding(), matter.desk(), false, decision.urgent(), decision.role(),
                TriageNote.of(decision, owner, instead));
    }

    /** Where the SOP has nothing for a desk to sort, the desk is the unit that must act. */
    private Placed desk(Incoming matter, TriageDecision decision, Instant at) {
        var named = decision.unit();
        var desk = named != null && ladders.works(named) ? named : matter.desk();
        var ladder = sortedAtDesk(matter.kind(), at) ? matter.holding() : ladders.of(desk);
        return new Placed(ladder, desk, false, decision.urgent(), decision.role(),
                TriageNote.of(decision, desk, named != null && !desk.equals(named)));
    }

    private Placed direct(Incoming matter, TriageDecision decision, Optional<Ladder> ladder, Instant at) {
        return ladder.map(to -> new Placed(to, matter.desk(), true, decision.urgent(), decision.role(),
                TriageNote.of(decision, to.place(), false)))
                .orElseGet(() -> byProcedure(matter, decision, at, true));
    }

    private Optional<Ladder> outlet(@Nullable String site) {
        return Optional.ofNullable(site).filter(ladders::isPlace).map(ladders::of);
    }

    private boolean sortedAtDesk(TicketKind kind, Instant at) {
        return rulebook.inForce(kind, at).sop().has(Stage.TRIAGE);
    }
}
