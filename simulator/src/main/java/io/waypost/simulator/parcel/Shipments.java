package io.waypost.simulator.parcel;

import io.waypost.client.Parcel;
import io.waypost.core.place.Divisions;
import io.waypost.core.place.LaneClass;
import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.chance.Weighted;
import io.waypost.simulator.lane.Router;
import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.PersonNames;
import io.waypost.simulator.network.Phones;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import io.waypost.simulator.rhythm.ChinaTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders: where they come from, where they go, and what was promised. A function of seed, number and time. */
public final class Shipments {

    private static final long LUCK = 401;

    private static final List<String> ROOMS = List.of("小区", "花园", "公寓", "大厦", "新村", "广场", "家园", "苑");

    private static final List<String> HOUSES = List.of("阳光", "锦绣", "金桂", "翠湖", "东方", "丽景", "和园", "万象", "云锦", "星河", "书香",
            "明珠");

    private final long seed;

    private final Router router;

    private final Shape shape;

    private final Optional<Showcase> showcase;

    private final Weighted<Place> senders;

    private final Weighted<Place> recipients;

    private final Map<String, Weighted<Place>> recipientsIn = new HashMap<>();

    public Shipments(Network network, Router router, Optional<Showcase> showcase, long seed) {
        this.seed = seed;
        this.router = router;
        this.shape = network.shape();
        this.showcase = showcase;
        this.senders = new Weighted<>(network.outlets(), Place::sends);
        this.recipients = new Weighted<>(network.outlets(), Place::receives);
        Map<String, List<Place>> areas = new HashMap<>();
        for (Place outlet : network.outlets()) {
            areas.computeIfAbsent(outlet.city(), _ -> new ArrayList<>()).add(outlet);
            areas.computeIfAbsent(outlet.province(), _ -> new ArrayList<>()).add(outlet);
        }
        areas.forEach((area, outlets) -> recipientsIn.put(area, new Weighted<>(outlets, Place::receives)));
    }

    /** The order of this number, placed at this second. */
    public Shipment order(long index, long createdAt) {
        Dice dice = Dice.of(seed, LUCK, index);
        double favour = dice.uniform();
        Place origin = showcase.filter(one -> favour < one.share()).map(Showcase::outlet)
                .orElseGet(() -> senders.draw(dice));
        Place destination = showcase.filter(one -> favour > 1 - one.share()).map(Showcase::outlet)
                .orElseGet(() -> destination(origin, dice));
        List<Place> route = router.route(origin, destination);
        int careless = showcase.map(one -> route.indexOf(one.outlet())).orElse(-1);
        String product = product(origin, destination, dice);
        BigDecimal weight = BigDecimal.valueOf(Math.clamp(dice.around(0.9, 0.9), 0.05, 30)).setScale(2,
                RoundingMode.HALF_UP);
        long value = dice.chance(0.06) ? dice.whole(3, 300) * 10_000L : 0;
        return new Shipment(index, waybill(index), product, route, createdAt,
                promise(product, origin, destination, createdAt), weight, value, party(origin, dice),
                party(destination, dice), careless, Wish.of(seed, index, createdAt));
    }

    /** The route alone of the order of this number. */
    public List<Place> sample(long index) {
        Dice dice = Dice.of(seed, LUCK, index);
        Place origin = senders.draw(dice);
        return router.route(origin, destination(origin, dice));
    }

    private Place destination(Place origin, Dice dice) {
        double where = dice.uniform();
        if (where < shape.sameCity()) {
            return area(origin.city()).draw(dice);
        }
        return where < shape.sameCity() + shape.sameProvince()
                ? area(origin.province()).draw(dice)
                : recipients.draw(dice);
    }

    private Weighted<Place> area(String code) {
        return recipientsIn.getOrDefault(code, recipients);
    }

    private static String product(Place origin, Place destination, Dice dice) {
        if (lane(origin, destination) == LaneClass.SAME_CITY) {
            return "同城快递";
        }
        return dice.chance(0.09) ? "承诺达" : "标准快递";
    }

    private static LaneClass lane(Place origin, Place destination) {
        return LaneClass.of(origin.unit().division(), destination.unit().division()).orElse(LaneClass.FAR);
    }

    /** The end of the promised day; 承诺达 promises 20:00, and to places that are not remote a day less. */
    private long promise(String product, Place origin, Place destination, long createdAt) {
        int days = shape.extraDays() + switch (lane(origin, destination)) {
            case SAME_CITY -> 2;
            case SAME_PROVINCE -> 3;
            case ADJACENT -> 4;
            case FAR -> 5;
            case REMOTE -> 8;
        };
        if (product.equals("承诺达")) {
            return ChinaTime.midnight(createdAt) + (days - 1) * ChinaTime.DAY + 20 * ChinaTime.HOUR;
        }
        return ChinaTime.midnight(createdAt) + (days + 1) * ChinaTime.DAY - 1;
    }

    private static Parcel.Party party(Place outlet, Dice dice) {
        String division = outlet.unit().division();
        String address = "%s%s%s%d号%d室".formatted(Divisions.china().fullName(division), dice.pick(HOUSES),
                dice.pick(ROOMS),
                dice.whole(1, 199), dice.whole(1, 28) * 100 + dice.whole(1, 8));
        return new Parcel.Party(PersonNames.draw(dice), Phones.draw(dice), division, address);
    }

    /** YT and 13 digits; every number maps to another waybill, spread over the whole range as real ones are. */
    private String waybill(long index) {
        long range = 1_000_000_000_000L;
        long start = Math.floorMod(Dice.of(seed, LUCK).bits(), range);
        long spread = Math.floorMod(start + index * 7_236_067 % range * 10_007, range);
        return "YT" + (8_000_000_000_000L + spread);
    }
}
