package io.waypost.app.parcel;

import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitRef;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sites (站点) of scans as units of the network; a site may be unknown to it. */
@Component
class Sites {

    private final Network network;

    Sites(Network network) {
        this.network = network;
    }

    UnitRef ref(String site) {
        return network.ref(site);
    }

    @Nullable
    UnitRef refOrNull(@Nullable String site) {
        return site == null ? null : network.ref(site);
    }

    Optional<Unit> unit(@Nullable String site) {
        return site == null ? Optional.empty() : network.unit(site);
    }

    /** Code of the division that a site lies in, if it is known. */
    @Nullable
    String division(@Nullable String site) {
        return unit(site).map(Unit::division).orElse(null);
    }

    /** The paths of those sites that are units. */
    Set<String> paths(Collection<String> sites) {
        var paths = new LinkedHashSet<String>();
        sites.forEach(site -> network.unit(site).ifPresent(unit -> paths.add(unit.path())));
        return paths;
    }
}
