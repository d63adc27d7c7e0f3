package io.waypost.simulator.network;

import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import io.waypost.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A courier network in China: headquarters, the regions, provinces and cities that its shape serves, hubs and outlets. Immutable; the
 * same seed, shape and numbers give the same network.
 */
public final class Network {

    private final List<Unit> units = new ArrayList<>();

    private final List<Place> outlets;

    private final List<Place> hubs;

    private final Map<String, Place> byCode = new HashMap<>();

    private final Map<String, Unit> unitByCode = new HashMap<>();

    private final Hubs serving;

    private final Shape shape;

    private Network(long seed, Shape shape, int outletCount, int hubCount) {
        this.shape = shape;
        List<CityArea> areas = CityAreas.all(shape);
        serving = new Hubs(shape, areas, hubCount, seed);
        hubs = serving.all();
        outlets = Outlets.spread(areas, outletCount, seed);
        Offices offices = new Offices(seed);
        units.add(offices.headquarters());
        List<Division> provinces = Divisions.china().provinces().stream()
                .filter(province -> shape.serves(province.code())).toList();
        for (Regions region : Regions.values()) {
            if (provinces.stream().anyMatch(province -> Regions.of(province.code()) == region)) {
                units.add(offices.region(region));
            }
        }
        provinces.forEach(province -> units.add(offices.province(province)));
        areas.forEach(area -> units.add(offices.city(area)));
        hubs.forEach(hub -> units.add(hub.unit()));
        outlets.forEach(outlet -> units.add(outlet.unit()));
        hubs.forEach(hub -> byCode.put(hub.code(), hub));
        outlets.forEach(outlet -> byCode.put(outlet.code(), outlet));
        units.forEach(unit -> unitByCode.put(unit.code(), unit));
    }

    /** The network of the demo. */
    public static Network of(long seed) {
        return of(seed, Shape.STANDING);
    }

    /** A network of that shape in its usual size. */
    public static Network of(long seed, Shape shape) {
        return new Network(seed, shape, shape.outlets(), shape.hubs());
    }

    /** A network of another size; there is never less than one outlet in each district. */
    public static Network of(long seed, Shape shape, int outlets, int hubs) {
        return new Network(seed, shape, outlets, hubs);
    }

    /** Its form. */
    public Shape shape() {
        return shape;
    }

    /** All units, each after the one above it. */
    public List<Unit> units() {
        return List.copyOf(units);
    }

    /** All outlets by code. */
    public List<Place> outlets() {
        return outlets;
    }

    /** All hubs by code. */
    public List<Place> hubs() {
        return hubs;
    }

    /** The hub or outlet of this code. */
    public Optional<Place> place(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The unit of this code. */
    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(unitByCode.get(code));
    }

    /** The hub that an outlet hands its parcels to. */
    public Place hubOf(Place outlet) {
        return serving.of(outlet);
    }

    /** The units that have no parcels of their own. */
    private record Offices(long seed) {

        private Unit headquarters() {
            return office("HQ", "驿路速递总部", Unit.Kind.HEADQUARTERS, "", "310100", "全国");
        }

        private Unit region(Regions region) {
            return office(region.code, region.title, Unit.Kind.REGION, "HQ", region.seat(), region.title);
        }

        private Unit province(Division province) {
            return office("P" + province.code().substring(0, 2), ShortNames.of(province.name()) + "省区",
                    Unit.Kind.PROVINCE,
                    Regions.of(province.code()).code, province.code(), province.name());
        }

        private Unit city(CityArea area) {
            return office(area.unitCode(), ShortNames.of(area.name()) + "分公司", Unit.Kind.CITY, area.provinceUnitCode(),
                    area.code(),
                    area.name());
        }

        private Unit office(String code, String name, Unit.Kind kind, String parent, String division, String serves) {
            Dice dice = Dice.of(seed, Luck.UNITS, code.hashCode());
            String address = Divisions.china().fullName(division) + "商务路" + dice.whole(1, 200) + "号";
            return new Unit(code, name, kind, parent, division, address, Phones.draw(dice), "09:00", "18:00", serves);
        }
    }
}
