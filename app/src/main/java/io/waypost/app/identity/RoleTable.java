package io.waypost.app.identity;

import io.waypost.app.kernel.Permission;
import io.waypost.core.identity.Role;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What each role may do: the table {@code access/roles.csv}. Immutable. */
@Component
final class RoleTable {

    private final Map<Role, Set<Permission>> permissions = new EnumMap<>(Role.class);

    RoleTable() {
        this(AccessTable.rows("roles.csv"));
    }

    /** The table of these rows: a role, and its permissions with blanks between them. */
    RoleTable(List<List<String>> rows) {
        for (var row : rows) {
            // Rows of one role add up, so that each feature grants its own in rows of its own.
            var granted = permissions.computeIfAbsent(Role.valueOf(row.getFirst()), _ -> EnumSet.of(Permission.SELF));
            for (var code : row.get(1).split(" ", -1)) {
                var permission = Permission.of(code).orElseThrow(() -> new IllegalStateException(
                        "roles.csv grants %s the permission %s, which does not exist.".formatted(row.getFirst(),
                                code)));
                // Whoever takes it away in one row must not leave it in another.
                if (!granted.add(permission)) {
                    throw new IllegalStateException(
                            "roles.csv grants %s the permission %s twice.".formatted(row.getFirst(), code));
                }
            }
        }
        for (var role : Role.values()) {
            if (!permissions.containsKey(role)) {
                throw new IllegalStateException("roles.csv has no row for the role %s.".formatted(role));
            }
        }
    }

    /** Everything that somebody with these roles may do. */
    Set<Permission> of(Collection<Role> roles) {
        var all = EnumSet.of(Permission.SELF);
        roles.forEach(role -> all.addAll(permissions.getOrDefault(role, Set.of())));
        return all;
    }

    /** The roles that may do nothing beyond the given permissions. */
    Set<Role> within(Set<Permission> granted) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (of(Set.of(role)).stream().allMatch(each -> each == Permission.SELF || granted.contains(each))) {
                roles.add(role);
            }
        }
        return roles;
    }
}
