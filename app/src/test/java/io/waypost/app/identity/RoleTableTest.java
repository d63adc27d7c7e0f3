package io.waypost.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Permission;
import io.waypost.core.identity.Role;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("N2 what a key may hand out is what it could do itself")
class RoleTableTest {

    private final RoleTable roles = new RoleTable();

    @Test
    void aKeyThatMayDoEverythingMayHandOutEveryRole() {
        assertThat(roles.within(EnumSet.allOf(Permission.class))).containsExactly(Role.values());
    }

    @Test
    void aKeyForClerksMayHandOutClerksOnly() {
        assertThat(roles.within(roles.of(EnumSet.of(Role.OUTLET_CLERK)))).contains(Role.OUTLET_CLERK)
                .doesNotContain(Role.AGENT, Role.ADMINISTRATOR);
    }

    @Test
    void aKeyThatOnlyUploadsHandsOutNothing() {
        assertThat(roles.within(EnumSet.of(Permission.SCANS_WRITE))).isEmpty();
    }

    @Test
    void aTableThatGrantsSomethingTwiceIsRefused() {
        var rows = List.of(List.of("AGENT", "parcel.read ticket.read"), List.of("AGENT", "ticket.read"));
        assertThatThrownBy(() -> new RoleTable(rows)).hasMessage(
                "roles.csv grants AGENT the permission ticket.read twice.");
    }
}
