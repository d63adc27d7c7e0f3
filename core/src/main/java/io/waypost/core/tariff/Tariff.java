package io.waypost.core.tariff;

import io.waypost.core.place.LaneClass;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of the prices, promises and limits of the network (资费表). Immutable; what is missing reads as empty, and {@link TariffCheck}
 * names it.
 *
 * @param zones the price zones (计费区)
 * @param byClass the code of the zone of each class of lanes
 * @param exceptions lanes that lie in another zone than their class says
 * @param products in the order in which they are offered
 * @param unserved places to which nothing goes, or only in part
 * @param advice how to pack and insure goods, the first that fits
 */
public record Tariff(List<Zone> zones, Map<LaneClass, String> byClass, List<ZoneException> exceptions,
        List<Product> products, List<Unserved> unserved, List<AdviceRule> advice) {

    public Tariff {
        zones = zones == null ? List.of() : List.copyOf(zones);
        byClass = byClass == null ? Map.of() : Map.copyOf(byClass);
        exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
        products = products == null ? List.of() : List.copyOf(products);
        unserved = unserved == null ? List.of() : List.copyOf(unserved);
        advice = advice == null ? List.of() : List.copyOf(advice);
    }

    /** A price zone. */
    public record Zone(String code, String name) {

        public Zone {
            code = code == null ? "" : code;
            name = name == null ? "" : name;
        }
    }

    /**
     * Lanes from somewhere to somewhere.
     *
     * @param from the beginning of division codes, such as 44 for Guangdong; empty for everywhere
     * @param to likewise
     */
    public record ZoneException(String from, String to, String zone) {

        public ZoneException {
            from = from == null ? "" : from;
            to = to == null ? "" : to;
            zone = zone == null ? "" : zone;
        }

        private boolean fits(String sender, String recipient) {
            return sender.startsWith(from) && recipient.startsWith(to);
        }

        private int exactness() {
            return from.length() + to.length();
        }
    }

    /**
     * A place to which nothing is delivered, or not to the door.
     *
     * @param area the beginning of division codes
     * @param reach what is still done there
     * @param reason for customers
     */
    public record Unserved(String area, Reach reach, String reason) {

        public Unserved {
            area = area == null ? "" : area;
            reach = reach == null ? Reach.NOTHING : reach;
            reason = reason == null ? "" : reason;
        }

        boolean nothing() {
            return reach == Reach.NOTHING;
        }
    }

    /** How far the service goes. */
    public enum Reach {
        /** To the door. */
        DOOR,
        /** As far as an outlet, where the recipient fetches it. */
        OUTLET,
        /** Not at all. */
        NOTHING
    }

    /** The zone of a lane: of the most exact exception that fits, else of its class; empty where a code is none of China's. */
    public Optional<String> zone(String from, String to) {
        return LaneClass.of(from, to).map(kind -> exceptions.stream().filter(one -> one.fits(from, to))
                .max(Comparator.comparingInt(ZoneException::exactness)).map(ZoneException::zone)
                .orElseGet(() -> byClass.get(kind)));
    }

    /** What limits the service at a place: the most exact word of it; empty where nothing does. */
    public Optional<Unserved> limit(String division) {
        return unserved.stream().filter(one -> division.startsWith(one.area()))
                .max(Comparator.comparingInt(one -> one.area().length()));
    }

    /** What keeps anything from going from there to there, at whichever end; empty where nothing does. */
    public Optional<Unserved> closed(String from, String to) {
        return limit(to).filter(Unserved::nothing).or(() -> limit(from).filter(Unserved::nothing));
    }

    /** The product of that code. */
    public Optional<Product> product(String code) {
        return products.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
