package io.waypost.app.liability;

import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.liability.Share;
import io.waypost.core.liability.Tier;
import io.waypost.core.network.UnitKind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who sees a charge, and who stands above it. */
@Component
class ChargePlaces {

    private final Network network;

    ChargePlaces(Network network) {
        this.network = network;
    }

    /** The headquarters alone. */
    Set<String> headquarters() {
        return Set.of(network.headquarters().map(Unit::path).orElse("/"));
    }

    /** Those who bear it, those on the parcel's way, and those who took part; the headquarters alone while nobody is concerned. */
    Set<String> seenBy(KeptCharge kept) {
        var liability = kept.liability();
        if (liability.shares().isEmpty() && liability.parts().isEmpty()) {
            return headquarters();
        }
        var codes = new LinkedHashSet<String>();
        liability.shares().forEach(share -> codes.add(share.unit()));
        liability.parts().forEach(part -> codes.add(part.unit()));
        codes.addAll(kept.sites());
        var paths = new HashSet<String>();
        codes.forEach(code -> network.unit(code).ifPresent(unit -> paths.add(unit.path())));
        return paths.isEmpty() ? headquarters() : paths;
    }

    /** Who arbitrates: somebody above those who bear it and their neighbours on the way, who might bear it instead. */
    Tier tier(KeptCharge kept) {
        var concerned = new LinkedHashSet<String>();
        var sites = kept.sites();
        for (var share : kept.liability().shares()) {
            concerned.add(share.unit());
            int at = sites.indexOf(share.unit());
            if (at > 0) {
                concerned.add(sites.get(at - 1));
            }
            if (at >= 0 && at + 1 < sites.size()) {
                concerned.add(sites.get(at + 1));
            }
        }
        return Tier.of(concerned.stream().map(this::region).toList());
    }

    /** The code of the region that the unit belongs to; empty where it belongs to none. */
    private String region(String unit) {
        return network.atOrAbove(unit, UnitKind.REGION).map(Unit::code).orElse("");
    }

    /** The charged units, in the order in which they are named. */
    static List<String> charged(KeptCharge kept) {
        return kept.liability().shares().stream().map(Share::unit).distinct().toList();
    }
}
