package io.waypost.app.ticket;

import io.waypost.app.identity.OnDuty;
import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.ticket.KeptTicket.Desk;
import io.waypost.app.ticket.KeptTicket.Holder;
import io.waypost.app.ticket.SeatStore.Seat;
import io.waypost.app.triage.Triages;
import io.waypost.core.identity.Role;
import io.waypost.core.network.UnitKind;
import io.waypost.core.sop.Party;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.triage.Workload;
import io.waypost.core.triage.Workload.Load;
import io.waypost.core.triage.Workload.WorkSharing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds who of a unit takes care of a ticket that lands there: whoever has least in hand where the unit shares its tickets out, else
 * whoever is on duty.
 *
 * <p>Safe on several nodes and never waiting: each locks the seat of the person it gives a ticket to until it commits, and passes
 * over seats that others have locked. A count that became old before its seat was locked is made again.
 */
@Component
class Assignments {

    private static final Set<Role> DESK = Set.of(Role.AGENT);
    private static final Set<Role> UNIT = Set.of(Role.OUTLET_CLERK, Role.DISPATCHER);
    private static final int TRIES = 3;

    private final SeatStore seats;
    private final Triages triages;
    private final People people;
    private final Network network;
    private final Ladders ladders;

    Assignments(SeatStore seats, Triages triages, People people, Network network, Ladders ladders) {
        this.seats = seats;
        this.triages = triages;
        this.people = people;
        this.network = network;
        this.ladders = ladders;
    }

    /**
     * Somebody who was chosen.
     *
     * @param load what they had before
     * @param of how many came in question
     */
    record Choice(PersonRef person, Load load, int of) {

        /** Why, for the history. */
        Map<String, Object> data() {
            return Map.of("open", load.open(), "urgent", load.urgent(), "overdue", load.overdue(), "of", of);
        }
    }

    /** The ticket with whoever must act on it in that unit. */
    KeptTicket assign(KeptTicket kept, Party party, String unit, @Nullable Role role, StepWriter writer, Instant at) {
        return party == Party.DESK
                ? toDesk(kept, unit, role, writer, at)
                : toUnit(kept, unit, role, writer, at);
    }

    private KeptTicket toDesk(KeptTicket kept, String unit, @Nullable Role role, StepWriter writer, Instant at) {
        if (kept.desk().person() == null) {
            var choice = choose(kept, unit, true, role, writer, at);
            if (choice.isPresent()) {
                return chosen(kept, unit, choice.get(), true, writer);
            }
        }
        return kept.with(new Holder(unit, ladders.path(unit),
                writer.recipients().desk(kept).map(OnDuty::person).orElse(null), kept.desk().person() != null));
    }

    /** Who had it already goes on with it. */
    private KeptTicket toUnit(KeptTicket kept, String unit, @Nullable Role role, StepWriter writer, Instant at) {
        var holder = kept.holder();
        if (holder.chosen() && holder.unitCode().equals(unit)) {
            return kept.with(new Holder(unit, ladders.path(unit), holder.person(), true));
        }
        boolean desk = kept.level() == TicketLevel.OUTLET && unit.equals(kept.ticket().desk());
        return choose(kept, unit, desk, role, writer, at).map(choice -> chosen(kept, unit, choice, desk, writer))
                .orElseGet(() -> kept.with(new Holder(unit, ladders.path(unit),
                        writer.recipients().onDuty(unit, kept.ticket().kind()).map(OnDuty::person).orElse(null),
                        false)));
    }

    private KeptTicket chosen(KeptTicket kept, String unit, Choice choice, boolean desk, StepWriter writer) {
        writer.assigned(kept.id(), choice);
        var with = kept.with(new Holder(unit, ladders.path(unit), choice.person(), true));
        return desk && kept.desk().person() == null
                ? with.with(new Desk(kept.desk().unitPath(), choice.person()))
                : with;
    }

    private Optional<Choice> choose(KeptTicket kept, String unit, boolean desk, @Nullable Role role,
            StepWriter writer, Instant at) {
        var sharing = triages.sharing(unit);
        var kind = network.unit(unit).map(Unit::kind).orElse(UnitKind.UNKNOWN);
        // Asked in the order of their cost: who is on duty is known, who works there must be looked up.
        boolean namesDuty = sharing == WorkSharing.DEFAULT && !desk && writer.recipients().onDuty(unit,
                kept.ticket().kind()).filter(duty -> duty.unitCode().equals(unit)).isPresent();
        if (!Workload.shares(sharing, kind, desk, namesDuty, Integer.MAX_VALUE)) {
            return Optional.empty();
        }
        var staff = staff(unit, role, desk, writer);
        if (!Workload.shares(sharing, kind, desk, namesDuty, staff.size())) {
            return Optional.empty();
        }
        var byId = staff.stream().collect(Collectors.toMap(PersonRef::id, Function.identity()));
        return Optional.of(pick(kept, byId, writer, at));
    }

    private List<PersonRef> staff(String unit, @Nullable Role role, boolean desk, StepWriter writer) {
        var wished = role == null ? List.<PersonRef>of() : writer.staff(people, unit, Set.of(role));
        return wished.isEmpty() ? writer.staff(people, unit, desk ? DESK : UNIT) : wished;
    }

    private Choice pick(KeptTicket kept, Map<UUID, PersonRef> staff, StepWriter writer, Instant at) {
        List<Load> ranked = List.of();
        for (int i = 0; i < TRIES; i++) {
            var counted = seats.seats(staff.keySet(), at).stream()
                    .collect(Collectors.toMap(seat -> seat.load().person(), Function.identity()));
            ranked = Workload.ranked(counted.values().stream()
                    .map(seat -> seat.load().with(writer.given(seat.load().person()))).toList());
            var known = known(kept, staff);
            if (known.isPresent()) {
                return choice(load(ranked, known.get()), staff);
            }
            var claim = seats.claim(ranked.stream().map(Load::person).toList(), at);
            if (claim.isEmpty()) {
                break;
            }
            var person = claim.get().person();
            if (fresh(counted.get(person), claim.get().number()) || i == TRIES - 1) {
                return choice(load(ranked, person), staff);
            }
        }
        // Everybody is being given a ticket at this very moment: spread over all of them.
        return choice(ranked.get(Math.floorMod(kept.id().hashCode(), ranked.size())), staff);
    }

    /** Whoever answered it before goes on with it, however much they have: they know it. */
    private static Optional<UUID> known(KeptTicket kept, Map<UUID, PersonRef> staff) {
        return Optional.ofNullable(kept.facts().lastAnswer()).map(answer -> answer.by().id())
                .filter(staff::containsKey);
    }

    private static boolean fresh(@Nullable Seat counted, long number) {
        return counted != null && counted.number() == number;
    }

    private static Load load(List<Load> ranked, UUID person) {
        return ranked.stream().filter(load -> load.person().equals(person)).findFirst().orElseThrow();
    }

    private static Choice choice(Load load, Map<UUID, PersonRef> staff) {
        var person = staff.get(load.person());
        if (person == null) {
            throw new IllegalStateException("The person %s is not among those counted.".formatted(load.person()));
        }
        return new Choice(person, load, staff.size());
    }
}
