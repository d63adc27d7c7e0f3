package io.waypost.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.identity.ManagingRules.Manager;
import io.waypost.core.identity.ManagingRules.Refused;
import io.waypost.core.identity.ManagingRules.Standing;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("N2 who may manage whom")
class ManagingRulesTest {

    private static final Manager SOUTH = Manager.withRoles(Set.of(Role.REGION_MANAGER), "/HQ/R05/");
    private static final Manager ADMINISTRATOR = Manager.withRoles(Set.of(Role.ADMINISTRATOR), "/");

    @Test
    void aRegionManagerAddsAClerkBelow() {
        assertThat(ManagingRules.add(SOUTH, standing("/HQ/R05/P44/", Role.OUTLET_CLERK))).isEmpty();
    }

    @Test
    void nobodyIsManagedOutsideOfOnesPartOfTheTree() {
        var elsewhere = standing("/HQ/R01/", Role.OUTLET_CLERK);
        var here = standing("/HQ/R05/P44/", Role.OUTLET_CLERK);
        assertThat(ManagingRules.add(SOUTH, elsewhere)).contains(Refused.OUT_OF_SCOPE);
        assertThat(ManagingRules.change(SOUTH, elsewhere, here, false, 1)).contains(Refused.OUT_OF_SCOPE);
        assertThat(ManagingRules.change(SOUTH, here, elsewhere, false, 1)).contains(Refused.OUT_OF_SCOPE);
        assertThat(ManagingRules.add(Manager.withRoles(Set.of(Role.ADMINISTRATOR), ""), here))
                .contains(Refused.OUT_OF_SCOPE);
    }

    @Test
    void nobodyGrantsOrManagesARoleAboveTheirOwn() {
        var clerk = standing("/HQ/R05/", Role.OUTLET_CLERK);
        var administrator = standing("/HQ/R05/", Role.OUTLET_CLERK, Role.ADMINISTRATOR);
        assertThat(ManagingRules.change(SOUTH, clerk, administrator, false, 1)).contains(Refused.ROLE_ABOVE_OWN);
        assertThat(ManagingRules.change(SOUTH, administrator, clerk, false, 1)).contains(Refused.ROLE_ABOVE_OWN);
        assertThat(ManagingRules.add(SOUTH, standing("/HQ/R05/", Role.HEADQUARTERS_MANAGER)))
                .contains(Refused.ROLE_ABOVE_OWN);
    }

    @Test
    void whoMayHandOutOneRoleMayNotHandOutItsEquals() {
        var system = new Manager(Set.of(Role.COURIER), "/HQ/R05/");
        assertThat(ManagingRules.add(system, standing("/HQ/R05/", Role.COURIER))).isEmpty();
        assertThat(ManagingRules.add(system, standing("/HQ/R05/", Role.AGENT))).contains(Refused.ROLE_ABOVE_OWN);
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorGrantsEveryRole(Role role) {
        assertThat(ManagingRules.add(ADMINISTRATOR, standing("/HQ/", role))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleIsWithinItselfAndNoneIsWithinNothing(Role role) {
        assertThat(role.within(Set.of(role))).isTrue();
        assertThat(role.within(EnumSet.noneOf(Role.class))).isFalse();
    }

    @Test
    void thePlatformKeepsAnAdministrator() {
        var last = standing("/HQ/", Role.ADMINISTRATOR);
        var gone = new Standing(last.roles(), "/HQ/", false);
        assertThat(ManagingRules.change(ADMINISTRATOR, last, gone, false, 0)).contains(Refused.LAST_ADMINISTRATOR);
        assertThat(ManagingRules.change(ADMINISTRATOR, last, standing("/HQ/", Role.AGENT), true, 0))
                .contains(Refused.LAST_ADMINISTRATOR);
        assertThat(ManagingRules.change(ADMINISTRATOR, last, standing("/HQ/R05/", Role.ADMINISTRATOR), true, 0))
                .contains(Refused.LAST_ADMINISTRATOR);
        assertThat(ManagingRules.change(ADMINISTRATOR, last, gone, false, 1)).isEmpty();
    }

    @Test
    void nobodyShutsThemselvesOut() {
        var now = standing("/HQ/R05/", Role.REGION_MANAGER);
        assertThat(ManagingRules.change(SOUTH, now, new Standing(now.roles(), "/HQ/R05/", false), true, 3))
                .contains(Refused.OWN_ACCOUNT);
    }

    private static Standing standing(String unitPath, Role... roles) {
        return new Standing(Set.of(roles), unitPath, true);
    }
}
