package io.waypost.simulator.network;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of a network (网络形态): where its hubs stand and which ways, timetables and upload habits go with them. Lanes, timetables and
 * devices each look here for what theirs are.
 */
public enum Shape {

    /** The demo's: 120 hubs, big and near ones with lanes between them, long hauls by way of six national hubs. */
    STANDING("standing", 7_000, 120, 5, "", 1, 0, 0.08, 0.2),

    /**
     * One national hub in Zhengzhou and a hub in each provincial capital: whatever leaves its province passes Zhengzhou. Few outlets, many
     * of them in the west at the end of long roads (up to 1,500 km) that a lorry drives every other day.
     */
    ONE_HUB("one-hub", 3_600, 33, 0, "", 3, 1, 0.05, 0.12),

    /**
     * The coast from Tianjin to Guangdong alone: a small hub in every city, a road from each to each, and outlets that drive straight to a
     * neighbouring city's hub. Nothing is remote, lorries leave often, roads are full.
     */
    COAST("coast", 5_200, 98, 15, "12 13 31 32 33 35 37 44", 1, -1, 0.16, 0.3),

    /**
     * The middle of the country and Guangdong: a hub in the larger cities, all of which work by way of their province's capital, and small
     * carriers that do not drive between the lesser hubs on Sundays.
     */
    INLAND("inland", 3_000, 44, 0, "13 34 36 41 42 43 44 50 51 52 61", 1.5, 0, 0.12, 0.3),

    /**
     * The coast from Hebei to Guangxi with much more on the islands, Hainan and Zhoushan: every parcel from or to one takes a ferry that does
     * not sail on Wednesdays and Sundays. On the mainland a road from each hub to each.
     */
    ISLANDS("islands", 2_400, 36, 0, "13 33 35 44 45 46", 1, 1, 0.1, 0.3),

    /**
     * The north, the middle and the coast: whatever changes hubs passes a national one, in Zhengzhou or in Hangzhou, or both, all of whose
     * lorries leave after the night's one sorting. Outlets close on Sundays: no lorry, no round.
     */
    NIGHT("night", 2_800, 40, 0, "11 12 13 14 31 32 33 34 35 36 37 41 42 43 44", 1, 0, 0.14, 0.25),

    /**
     * The south, the middle and Hebei by way of provincial capitals; lesser outlets rest on Saturdays and Sundays, and between lesser hubs
     * there is one lorry a day.
     */
    WEEKEND("weekend", 2_600, 42, 0, "13 34 35 36 42 43 44 45 50 51", 1, 1, 0.12, 0.3),

    /**
     * The north with Guangdong, a road from each hub to each: no hub sends a lorry on Mondays, and outlets far from their hub have one every
     * other day.
     */
    MONDAYS("mondays", 2_200, 38, 0, "11 13 14 15 37 41 44 61 62 64", 2, 1, 0.1, 0.25),

    /**
     * Two provinces, Hebei and Guangdong, with one hub each and three lorries a day between them. Villages, a good third of the outlets, are
     * served twice a week, half of them on Tuesdays and Fridays and half on Wednesdays and Saturdays.
     */
    VILLAGES("villages", 1_100, 2, 0, "13 44", 1, 2, 0.15, 0.4),

    /**
     * The south coast and Hebei in the season of typhoons: a province stops every other week, mostly announced. By way of provincial capitals,
     * whose hubs sort at night and send once; lesser hubs sort by day. Every third outlet closes on Sundays, whatever its size.
     */
    TYPHOON("typhoon", 1_900, 34, 0, "13 33 35 44 45 46", 1, 1, 0.12, 0.3);

    private static final double WEIGHT_OF_ISLANDS = 4;

    private final String title;

    private final int outlets;

    private final int hubs;

    private final int secondHubs;

    private final String provinces;

    private final double weightOfTheWest;

    private final int extraDays;

    private final double sameCity;

    private final double sameProvince;

    Shape(String title, int outlets, int hubs, int secondHubs, String provinces, double weightOfTheWest,
            int extraDays, double sameCity, double sameProvince) {
        this.title = title;
        this.outlets = outlets;
        this.hubs = hubs;
        this.secondHubs = secondHubs;
        this.provinces = provinces;
        this.weightOfTheWest = weightOfTheWest;
        this.extraDays = extraDays;
        this.sameCity = sameCity;
        this.sameProvince = sameProvince;
    }

    /** The shape that a person calls by this name; an unknown one is an {@link IllegalArgumentException} fit to be shown. */
    public static Shape named(String title) {
        return Stream.of(values()).filter(shape -> shape.title.equals(title)).findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'%s' is no shape of a network. Maybe %s".formatted(title,
                                Stream.of(values()).map(Shape::title).collect(Collectors.joining(", ")))));
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** How many outlets it usually has. */
    public int outlets() {
        return outlets;
    }

    /** How many hubs it usually has. */
    public int hubs() {
        return hubs;
    }

    /** How many of the biggest cities have a second hub. */
    int secondHubs() {
        return secondHubs;
    }

    /** Whether it serves the province of this code's first two digits. */
    boolean serves(String code) {
        return provinces.isEmpty() || provinces.contains(code.substring(0, 2));
    }

    /** How much more a place sends and receives than in the standing shape, as a factor; {@code code} is its city's. */
    double weight(String code) {
        if (this == ISLANDS && Place.island(code) != 0) {
            return WEIGHT_OF_ISLANDS;
        }
        return Place.WEST.contains(code.substring(0, 2)) ? weightOfTheWest : 1;
    }

    /** Days that it promises more than the standing shape. */
    public int extraDays() {
        return extraDays;
    }

    /** The share of parcels that stay in their city. */
    public double sameCity() {
        return sameCity;
    }

    /** The share of parcels, besides those, for which the recipient is drawn from the sender's province. */
    public double sameProvince() {
        return sameProvince;
    }
}
