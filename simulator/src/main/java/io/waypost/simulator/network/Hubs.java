package io.waypost.simulator.network;

import io.waypost.core.place.Divisions;
import io.waypost.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hubs (转运中心): one in every provincial capital and in the biggest cities, a second one in as many of the very biggest as the shape
 * has.
 */
final class Hubs {

    private final List<Place> all = new ArrayList<>();

    private final Map<String, List<Place>> serving = new HashMap<>();

    Hubs(Shape shape, List<CityArea> areas, int count, long seed) {
        List<CityArea> bySize = areas.stream().sorted(Comparator.comparingDouble((CityArea area) -> -area.weight()))
                .toList();
        Set<CityArea> seats = new LinkedHashSet<>(areas.stream().filter(Hubs::capital).toList());
        for (CityArea area : bySize) {
            if (seats.size() < count - shape.secondHubs()) {
                seats.add(area);
            }
        }
        for (CityArea area : areas) {
            if (seats.contains(area)) {
                open(area, "", seed);
                if (bySize.indexOf(area) < shape.secondHubs()) {
                    open(area, "-2", seed);
                }
            }
        }
        areas.forEach(area -> serving.computeIfAbsent(area.code(), _ -> List.of(nearest(area))));
    }

    List<Place> all() {
        return List.copyOf(all);
    }

    /** The hub that an outlet works with. */
    Place of(Place outlet) {
        List<Place> hubs = serving.getOrDefault(outlet.city(), all);
        return hubs.get(outlet.index() % hubs.size());
    }

    private static boolean capital(CityArea area) {
        return area.code().endsWith("0100") || area.code().equals("810000") || area.code().equals("710000");
    }

    private void open(CityArea area, String suffix, long seed) {
        Dice dice = Dice.of(seed, Luck.UNITS, Long.parseLong(area.code()), suffix.length());
        String name = ShortNames.of(area.name()) + (suffix.isEmpty() ? "转运中心" : "第二转运中心");
        Unit unit = new Unit("H" + area.code().substring(0, 4) + suffix, name, Unit.Kind.HUB, area.provinceUnitCode(),
                area.code(),
                Divisions.china().fullName(area.code()) + "物流园" + dice.whole(1, 60) + "号", Phones.draw(dice), "00:00",
                "23:59", "");
        double shift = suffix.isEmpty() ? 0.12 : -0.12;
        Place hub = new Place(all.size(), unit, area.code(), area.longitude() + shift, area.latitude() + shift / 2, 0,
                0);
        all.add(hub);
        serving.computeIfAbsent(area.code(), _ -> new ArrayList<>()).add(hub);
    }

    private Place nearest(CityArea area) {
        Place from = new Place(0, all.getFirst().unit(), area.code(), area.longitude(), area.latitude(), 0, 0);
        List<Place> near = all.stream().filter(hub -> hub.province().equals(from.province())).toList();
        return (near.isEmpty() ? all : near).stream().min(Comparator.comparingDouble(from::kmTo)).orElseThrow();
    }
}
