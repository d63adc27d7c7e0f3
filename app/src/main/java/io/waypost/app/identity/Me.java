package io.waypost.app.identity;

import io.waypost.app.kernel.Permission;
import io.waypost.app.network.Network;
import io.waypost.core.identity.Role;
import io.waypost.core.network.UnitKind;
import java.util.List;
import java.util.UUID;

/** Whoever is signed in, as the console shows and obeys it. */
record Me(
        UUID id,
        String username,
        String name,
        List<Role> roles,
        List<String> permissions,
        Place unit,
        boolean totpEnabled,
        boolean mustChangePassword,
        String locale) {

    record Place(String code, String name, UnitKind kind, String path) {}

    static Me of(SignedIn signedIn, Network network) {
        var actor = signedIn.actor();
        var unit = network.ref(actor.unitCode());
        return new Me(
                actor.id(),
                actor.username(),
                actor.name(),
                signedIn.roles().stream().sorted().toList(),
                actor.permissions().stream().map(Permission::code).sorted().toList(),
                new Place(unit.code(), unit.name(), unit.kind(), actor.unitPath()),
                signedIn.totpEnabled(),
                signedIn.mustChangePassword(),
                signedIn.locale());
    }
}
