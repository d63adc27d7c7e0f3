package io.waypost.app.tariff;

import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.tariff.ServedPlace.ServedOutlet;
import io.waypost.core.network.UnitKind;
import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import io.waypost.core.tariff.Tariff;
import io.waypost.core.tariff.Tariff.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where parcels are delivered (服务范围): by the outlets that the network has there now, and by what the tariff says of a place. */
@Component
class ServiceAreas {

    private static final int SHOWN = 5;

    private final Network network;
    private final Divisions divisions = Divisions.china();

    ServiceAreas(Network network) {
        this.network = network;
    }

    /** How a place is served; its outlets, or those of its city where it has none. */
    ServedPlace of(Division place, @Nullable Tariff tariff) {
        var here = outlets(place);
        var near = here.isEmpty() ? divisions.cityOf(place.code()).map(this::outlets).orElse(List.of()) : here;
        var limit = tariff == null ? null : tariff.limit(place.code()).orElse(null);
        var reach = limit != null ? limit.reach() : near.isEmpty() ? null : Reach.DOOR;
        return new ServedPlace(place.code(), divisions.fullName(place.code()), reach,
                limit == null ? null : limit.reason(), !here.isEmpty(), near.size(),
                near.stream().limit(SHOWN).map(ServiceAreas::outlet).toList());
    }

    private List<Unit> outlets(Division place) {
        var area = place.code().substring(0, 2 * place.level());
        return network.all().stream().filter(unit -> unit.kind() == UnitKind.OUTLET && unit.active())
                .filter(unit -> {
                    var division = unit.division();
                    return division != null && division.startsWith(area);
                }).toList();
    }

    private static ServedOutlet outlet(Unit unit) {
        return new ServedOutlet(unit.code(), unit.name(), unit.address(), unit.phone(), unit.opens(), unit.closes(),
                unit.serviceArea());
    }
}
