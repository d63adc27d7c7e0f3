package io.waypost.core.liability;

import io.waypost.core.liability.TakenPart.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A charge as far as the rules of contesting it are concerned.
 *
 * @param shares what units bear as things stand; none where nobody does
 * @param terms those of the standard by which it was judged
 * @param parts who took part so far, in order
 */
public record Liability(LiabilityState state, List<Share> shares, LiabilityTerms terms, List<TakenPart> parts) {

    public Liability {
        shares = List.copyOf(shares);
        parts = List.copyOf(parts);
    }

    /** A claim that is about to be judged. */
    public static Liability fresh(LiabilityTerms terms) {
        return new Liability(new LiabilityState.Unjudged(), List.of(), terms, List.of());
    }

    /** Whether that unit bears a part of it as things stand. */
    public boolean charges(String unit) {
        return shares.stream().anyMatch(share -> share.unit().equals(unit));
    }

    boolean tookPart(UUID person) {
        return parts.stream().anyMatch(part -> part.person().equals(person));
    }

    boolean sides(String unit) {
        return charges(unit) || parts.stream().anyMatch(part -> part.role().sides() && part.unit().equals(unit));
    }

    boolean anybody(Role role) {
        return parts.stream().anyMatch(part -> part.role() == role);
    }

    boolean did(String unit, Role role) {
        return parts.stream().anyMatch(part -> part.role() == role && part.unit().equals(unit));
    }

    Liability to(LiabilityState next) {
        return new Liability(next, shares, terms, parts);
    }

    Liability to(LiabilityState next, List<Share> borne) {
        return new Liability(next, borne, terms, parts);
    }

    Liability by(UUID person, String unit, Role role) {
        var more = new ArrayList<>(parts);
        more.add(new TakenPart(person, unit, role));
        return new Liability(state, shares, terms, more);
    }
}
