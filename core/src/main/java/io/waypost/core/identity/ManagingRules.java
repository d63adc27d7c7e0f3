package io.waypost.core.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may manage whom: people inside one's own part of the tree, with roles not above one's own, before the change and after.
 */
public final class ManagingRules {

    private ManagingRules() {}

    /** Why somebody may not be managed like that. */
    public enum Refused {
        /** The person belongs to a unit outside of the manager's reach, or would afterwards. */
        OUT_OF_SCOPE,
        /** The person has a role above the manager's own, or would have it afterwards. */
        ROLE_ABOVE_OWN,
        /** The manager would shut themselves out. */
        OWN_ACCOUNT,
        /** Nobody would be left to administrate the whole platform. */
        LAST_ADMINISTRATOR
    }

    /**
     * Whoever manages.
     *
     * @param grantable the roles they may hand out, and whose holders they may manage
     * @param scope the path prefix that the manager reaches; {@code /} = everything
     */
    public record Manager(Set<Role> grantable, String scope) {

        /** Somebody who has these roles: they hand out every role that is not above their own. */
        public static Manager withRoles(Set<Role> own, String scope) {
            return new Manager(
                    Arrays.stream(Role.values()).filter(role -> role.within(own)).collect(Collectors.toSet()), scope);
        }

        private boolean reaches(String unitPath) {
            return !scope.isEmpty() && unitPath.startsWith(scope);
        }
    }

    /** What somebody is at one moment: where they belong, with which roles, and whether they may sign in. */
    public record Standing(Set<Role> roles, String unitPath, boolean active) {

        private boolean administratesEverything() {
            return active && roles.contains(Role.ADMINISTRATOR) && unitPath.equals("/HQ/");
        }
    }

    /** Whether the manager may add a person like that. */
    public static Optional<Refused> add(Manager manager, Standing wanted) {
        return within(manager, wanted);
    }

    /**
     * Whether the manager may change somebody.
     *
     * @param self whether the manager changes their own account
     * @param otherAdministrators how many others administrate the whole platform
     */
    public static Optional<Refused> change(Manager manager, Standing now, Standing wanted, boolean self,
            long otherAdministrators) {
        var refused = within(manager, now).or(() -> within(manager, wanted));
        if (refused.isPresent()) {
            return refused;
        }
        if (now.administratesEverything() && !wanted.administratesEverything() && otherAdministrators == 0) {
            return Optional.of(Refused.LAST_ADMINISTRATOR);
        }
        return self && !wanted.active() ? Optional.of(Refused.OWN_ACCOUNT) : Optional.empty();
    }

    private static Optional<Refused> within(Manager manager, Standing standing) {
        if (!manager.reaches(standing.unitPath())) {
            return Optional.of(Refused.OUT_OF_SCOPE);
        }
        return manager.grantable().containsAll(standing.roles())
                ? Optional.empty()
                : Optional.of(Refused.ROLE_ABOVE_OWN);
    }
}
