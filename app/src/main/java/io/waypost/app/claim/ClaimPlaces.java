package io.waypost.app.claim;

import io.waypost.app.claim.KeptClaim.Place;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.parcel.Consignments.Consignment;
import io.waypost.core.network.UnitKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which unit deals with a claim: the region from which the parcel was sent, for there the contract was made; else that to which it goes; else
 * headquarters. The departments of that unit and of headquarters see it too.
 */
@Component
class ClaimPlaces {

    private final Network network;

    ClaimPlaces(Network network) {
        this.network = network;
    }

    Place of(Consignment parcel) {
        var headquarters = network.headquarters().orElseThrow(
                () -> Refusal.conflict("NOT_SET_UP", "There are no headquarters yet."));
        var unit = region(parcel.originSite()).or(() -> region(parcel.destinationSite())).orElse(headquarters);
        var paths = new HashSet<String>();
        paths.add(unit.path());
        departments(unit).map(Unit::path).forEach(paths::add);
        departments(headquarters).map(Unit::path).forEach(paths::add);
        return new Place(unit.code(), unit.path(), paths, null);
    }

    private Optional<Unit> region(@Nullable String site) {
        return site == null ? Optional.empty() : network.atOrAbove(site, UnitKind.REGION);
    }

    private Stream<Unit> departments(Unit unit) {
        return network.children(unit.code()).stream()
                .filter(child -> child.active() && child.kind() == UnitKind.DEPARTMENT);
    }
}
