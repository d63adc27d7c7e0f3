package io.waypost.core.ticket;

import io.waypost.core.identity.Role;
import io.waypost.core.sop.Requirement;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who gives a command, and what they bring.
 *
 * @param fulfilled what of the SOP's requirements is there
 * @param roles by which they may skip what the SOP lets them skip
 */
public record Caller(Set<Authority> authorities, Set<Requirement> fulfilled, Set<Role> roles) {

    /** The platform itself. */
    public static final Caller PLATFORM = new Caller(Set.of(Authority.PLATFORM), EnumSet.allOf(Requirement.class),
            Set.of());

    public Caller {
        authorities = Set.copyOf(authorities);
        fulfilled = Set.copyOf(fulfilled);
        roles = Set.copyOf(roles);
    }

    boolean comesAs(Set<Authority> wanted) {
        return authorities.stream().anyMatch(wanted::contains);
    }

    boolean maySkip(Set<Role> skippers) {
        return roles.stream().anyMatch(skippers::contains);
    }
}
