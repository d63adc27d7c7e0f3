package io.waypost.app.liability;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.liability.ChargeView.Action;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.liability.LiabilityState.Arbitration;
import io.waypost.core.liability.TakenPart;
import io.waypost.core.liability.TakenPart.Role;
import io.waypost.core.liability.Tier;
import io.waypost.core.network.UnitKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For which units of a case somebody may speak, and whether they stand above it. */
@Component
class ChargeReach {

    private final Network network;

    ChargeReach(Network network) {
        this.network = network;
    }

    /** The charged units that the person reaches, their own or those below them. */
    List<String> speaksFor(Actor.Person person, KeptCharge kept) {
        return ChargePlaces.charged(kept).stream().filter(code -> reaches(person, code)).toList();
    }

    /**
     * The charged unit that the person speaks for.
     *
     * @param asked its code; null where there is only one that they reach
     */
    String chargedUnit(Actor.Person person, KeptCharge kept, @Nullable String asked) {
        var units = speaksFor(person, kept);
        if (asked != null && !asked.isBlank()) {
            return units.stream().filter(asked::equals).findFirst().orElseThrow(
                    () -> Refusal.invalid("unit", asked, "NOT_CHARGED", "One of %s.".formatted(units)));
        }
        if (units.isEmpty()) {
            throw Refusal.conflict("NOT_CHARGED",
                    "The charge %s is not against a unit of yours.".formatted(kept.paper().number()));
        }
        if (units.size() > 1) {
            throw Refusal.invalid("unit", null, "MISSING", "Say for which: %s.".formatted(units));
        }
        return units.getFirst();
    }

    /**
     * The unit in whose name the person speaks against evidence: one on the parcel's way, or their own where it stands above.
     *
     * @param asked its code; null for their own
     */
    String otherSide(Actor.Person person, KeptCharge kept, @Nullable String asked) {
        var code = asked == null || asked.isBlank() ? person.unitCode() : asked;
        boolean onTheWay = kept.sites().contains(code) && reaches(person, code);
        if (!onTheWay && !(code.equals(person.unitCode()) && tier(person).isPresent())) {
            throw Refusal.invalid("unit", code, "NOT_CONCERNED",
                    "A unit of yours on the parcel's way, or your own where it is a region or the headquarters.");
        }
        return code;
    }

    /** Where the person stands, if they can arbitrate at all: in the headquarters, or in a region. */
    Optional<Tier> tier(Actor.Person person) {
        if (person.scope().isEverything()) {
            return Optional.of(Tier.HEADQUARTERS);
        }
        var kind = network.unit(person.unitCode()).map(Unit::kind).orElse(UnitKind.UNKNOWN);
        return kind == UnitKind.REGION ? Optional.of(Tier.REGION) : Optional.empty();
    }

    /** The same, of somebody who is about to arbitrate: a region does so for its own units alone. */
    Tier arbiter(Actor.Person person, KeptCharge kept) {
        var tier = tier(person).orElseThrow(() -> Refusal.forbidden("NOT_AN_ARBITER",
                "A region or the headquarters arbitrate."));
        if (tier == Tier.REGION && !speaksFor(person, kept).containsAll(ChargePlaces.charged(kept))) {
            throw Refusal.conflict("WRONG_TIER", "Units of other regions are charged: the headquarters arbitrate.");
        }
        return tier;
    }

    /** What the person may try now. The rules have the last word. */
    List<Action> actions(Actor.Person person, KeptCharge kept) {
        var actions = EnumSet.noneOf(Action.class);
        if (person.may(Permission.CHARGE_ANSWER)) {
            actions.addAll(answers(person, kept));
        }
        if (person.may(Permission.CHARGE_ARBITRATE)) {
            actions.addAll(decides(person, kept));
        }
        return List.copyOf(actions);
    }

    private Set<Action> answers(Actor.Person person, KeptCharge kept) {
        boolean charged = !speaksFor(person, kept).isEmpty();
        return switch (kept.state()) {
            case JUDGED -> charged ? Set.of(Action.GIVE_EVIDENCE) : Set.of();
            case ANSWERED -> {
                var actions = EnumSet.noneOf(Action.class);
                if (charged) {
                    actions.add(Action.GIVE_EVIDENCE);
                }
                if (mayRebut(person, kept)) {
                    actions.add(Action.REBUT);
                }
                yield actions;
            }
            case STANDING -> charged ? Set.of(Action.APPEAL) : Set.of();
            case UNJUDGED, UNDECIDED, ARBITRATION, FINAL -> Set.of();
        };
    }

    private boolean mayRebut(Actor.Person person, KeptCharge kept) {
        var answered = kept.liability().parts().stream().filter(part -> part.role() == Role.ANSWERED)
                .map(TakenPart::unit).toList();
        boolean other = tier(person).isPresent() || kept.sites().stream()
                .anyMatch(site -> !answered.contains(site) && reaches(person, site));
        return other && !tookPart(person.id(), kept) && !answered.contains(person.unitCode());
    }

    private Set<Action> decides(Actor.Person person, KeptCharge kept) {
        var tier = tier(person);
        return switch (kept.state()) {
            case UNDECIDED -> person.scope().isEverything() ? Set.of(Action.SETTLE) : Set.of();
            case ARBITRATION -> {
                boolean high = tier.isPresent() && (tier.get() == Tier.HEADQUARTERS
                        || kept.liability().state().equals(new Arbitration(Tier.REGION)));
                yield high && !tookPart(person.id(), kept) ? Set.of(Action.ARBITRATE) : Set.of();
            }
            case UNJUDGED, JUDGED, ANSWERED, STANDING, FINAL -> Set.of();
        };
    }

    private static boolean tookPart(UUID person, KeptCharge kept) {
        return kept.liability().parts().stream().anyMatch(part -> part.person().equals(person));
    }

    private boolean reaches(Actor.Person person, String code) {
        return network.unit(code).filter(unit -> person.scope().reaches(unit.path())).isPresent();
    }
}
