package io.waypost.simulator.weather;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Shape;
import io.waypost.simulator.rhythm.ChinaTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which storms rage where; a function of the seed and the shape alone. Not safe for threads, since it remembers what it worked out. */
public final class Weather {

    private static final long LUCK = 201;

    private static final double STORMS_PER_PROVINCE_AND_DAY = 1.0 / 40;

    private static final double IN_THE_SEASON_OF_TYPHOONS = 1.0 / 14;

    private static final double ANNOUNCED = 0.45;

    private static final double TYPHOONS_ANNOUNCED = 0.7;

    private static final int LONGEST_DAYS = 3;

    private final long seed;

    private final double stormsPerDay;

    private final double announced;

    private final Map<String, Map<LocalDate, Optional<Storm>>> known = new HashMap<>();

    public Weather(long seed) {
        this(seed, Shape.STANDING);
    }

    /** The weather that a network of that shape lives with. */
    public Weather(long seed, Shape shape) {
        this.seed = seed;
        this.stormsPerDay = shape == Shape.TYPHOON ? IN_THE_SEASON_OF_TYPHOONS : STORMS_PER_PROVINCE_AND_DAY;
        this.announced = shape == Shape.TYPHOON ? TYPHOONS_ANNOUNCED : ANNOUNCED;
    }

    /** The storm that begins over a province on a date. */
    public Optional<Storm> beginning(String province, LocalDate date) {
        return known.computeIfAbsent(province, _ -> new HashMap<>()).computeIfAbsent(date, _ -> draw(province, date));
    }

    /** The storms that began over a province on an earlier date and rage there still. */
    public List<Storm> standing(String province, long at) {
        LocalDate today = ChinaTime.date(at);
        return raging(province, at).stream().filter(storm -> ChinaTime.date(storm.from()).isBefore(today)).toList();
    }

    /** The seconds that storms over a province take from a journey between two times. */
    public long delay(String province, long from, long until) {
        double delay = 0;
        LocalDate last = ChinaTime.date(until);
        for (LocalDate date = ChinaTime.date(from).minusDays(LONGEST_DAYS); !date.isAfter(last); date = date
                .plusDays(1)) {
            Storm storm = beginning(province, date).orElse(null);
            if (storm != null) {
                long overlap = Math.min(until, storm.until()) - Math.max(from, storm.from());
                delay += Math.max(0, overlap) * (storm.slowdown() - 1);
            }
        }
        return (long) delay;
    }

    /** When a province works again after an announced stop; the time itself where there is none. */
    public long workingFrom(String province, long at) {
        long from = at;
        for (Storm storm : raging(province, at)) {
            if (storm.announced()) {
                from = Math.max(from, storm.until());
            }
        }
        return from;
    }

    private List<Storm> raging(String province, long at) {
        LocalDate today = ChinaTime.date(at);
        List<Storm> storms = new ArrayList<>(0);
        for (int ago = 0; ago <= LONGEST_DAYS; ago++) {
            beginning(province, today.minusDays(ago)).filter(storm -> storm.rages(at)).ifPresent(storms::add);
        }
        return storms;
    }

    private Optional<Storm> draw(String province, LocalDate date) {
        Dice dice = Dice.of(seed, LUCK, Long.parseLong(province), date.toEpochDay());
        if (!dice.chance(stormsPerDay)) {
            return Optional.empty();
        }
        long from = ChinaTime.midnight(date) + dice.whole(0, 23) * ChinaTime.HOUR;
        long until = from + dice.whole(20, LONGEST_DAYS * 24 - 2) * ChinaTime.HOUR;
        boolean stops = dice.chance(announced);
        double slowdown = stops ? dice.between(1.4, 1.9) : dice.between(1.15, 1.45);
        return Optional.of(new Storm(province, from, until, stops, slowdown, cause(province, date, dice)));
    }

    private static String cause(String province, LocalDate date, Dice dice) {
        boolean south = List.of("33", "35", "44", "45", "46", "71", "81", "82").contains(province);
        int month = date.getMonthValue();
        if (month >= 11 || month <= 3) {
            return south ? "寒潮大雾" : dice.pick(List.of("暴雪", "道路结冰", "寒潮大风"));
        }
        if (south && month >= 6) {
            return dice.pick(List.of("台风", "特大暴雨"));
        }
        return dice.pick(List.of("暴雨", "强对流天气", "山洪预警"));
    }
}
