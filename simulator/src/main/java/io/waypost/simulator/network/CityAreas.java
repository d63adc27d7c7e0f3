package io.waypost.simulator.network;

import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The areas of all city units with how much they send and receive. */
final class CityAreas {

    /** Islands without a regular service. */
    private static final String SANSHA = "460300";

    private static final double USUAL_SENT = 0.8;

    private static final double USUAL_RESIDENTS_PER_DISTRICT = 30;

    private static final Map<String, Double> THINLY_SETTLED = Map.of("54", 0.15, "63", 0.4, "65", 0.45, "15", 0.6, "62",
            0.6,
            "23", 0.7, "64", 0.7);

    private final Divisions divisions = Divisions.china();

    private final Map<String, double[]> figures = new HashMap<>();

    private final Shape shape;

    private CityAreas(Shape shape) {
        this.shape = shape;
        for (String[] row : Tables.read("cities.tsv")) {
            figures.put(row[0], new double[]{Double.parseDouble(row[1]), Double.parseDouble(row[2])});
        }
    }

    /** All areas of a shape by code; their shares sum to 1. */
    static List<CityArea> all(Shape shape) {
        CityAreas areas = new CityAreas(shape);
        List<CityArea> rough = areas.divisions.provinces().stream()
                .filter(province -> shape.serves(province.code())).flatMap(province -> areas.below(province).stream())
                .toList();
        double sent = rough.stream().mapToDouble(CityArea::sends).sum();
        double received = rough.stream().mapToDouble(CityArea::receives).sum();
        return rough.stream().map(area -> new CityArea(area.code(), area.name(), area.longitude(), area.latitude(),
                area.districts(), area.sends() / sent, area.receives() / received)).toList();
    }

    private List<CityArea> below(Division province) {
        List<Division> children = divisions.children(province.code());
        if (children.isEmpty() || children.getFirst().level() == 3) {
            return List.of(area(province, province.name(), children.isEmpty() ? List.of(province) : children));
        }
        List<CityArea> areas = new ArrayList<>();
        for (Division city : children) {
            if (city.code().equals(SANSHA) || city.code().equals("500200")) {
                continue;
            }
            List<Division> districts = new ArrayList<>(divisions.children(city.code()));
            if (city.code().equals("500100")) {
                districts.addAll(divisions.children("500200"));
            }
            if (districts.isEmpty()) {
                districts.add(city);
            }
            areas.add(area(city, city.grouping() ? ShortNames.of(province.name()) + "直辖县市" : city.name(), districts));
        }
        return areas;
    }

    private CityArea area(Division at, String name, List<Division> districts) {
        double settled = THINLY_SETTLED.getOrDefault(at.code().substring(0, 2), 1.0);
        double[] known = figures.getOrDefault(at.code(),
                new double[]{USUAL_SENT * settled, USUAL_RESIDENTS_PER_DISTRICT * settled * districts.size()});
        Division centre = at.grouping() ? districts.getFirst() : at;
        double weight = shape.weight(at.code());
        return new CityArea(at.code(), name, centre.longitude(), centre.latitude(), List.copyOf(districts),
                known[0] * weight, known[1] * weight);
    }
}
