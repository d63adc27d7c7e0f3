package io.waypost.simulator.network;

import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import io.waypost.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spreads outlets (网点) over districts in proportion to what they send and receive, one at least in each. */
final class Outlets {

    private static final List<String> ROADS = List.of("中山路", "人民路", "解放路", "建设路", "和平路", "新华路", "文化路", "长江路", "迎宾大道",
            "工业路", "学府路", "朝阳路", "胜利路", "光明路", "东风路", "团结路", "振兴路", "滨河路", "金城路", "兴业路", "友谊路", "育才路", "康乐路",
            "翠竹路", "站前路");

    private final long seed;

    private final Map<String, List<String>> towns = new HashMap<>();

    private final List<Place> outlets = new ArrayList<>();

    private Outlets(long seed) {
        this.seed = seed;
        for (String[] row : Tables.read("towns.tsv")) {
            towns.put(row[0], List.of(row[1].split(" ", -1)));
        }
    }

    /** About {@code count} outlets, and never fewer than districts, in the order of their codes. */
    static List<Place> spread(List<CityArea> areas, int count, long seed) {
        Outlets work = new Outlets(seed);
        List<Share> shares = areas.stream().flatMap(area -> Share.of(area).stream()).toList();
        int[] counts = apportion(shares, count);
        for (int i = 0; i < counts.length; i++) {
            work.open(shares.get(i), counts[i]);
        }
        return List.copyOf(work.outlets);
    }

    /** A district's part of the country's volume. */
    private record Share(CityArea area, Division district, double part) {

        static List<Share> of(CityArea area) {
            double sum = area.districts().stream().mapToDouble(Share::importance).sum();
            return area.districts().stream().map(district -> new Share(area, district, importance(district) / sum))
                    .toList();
        }

        double weight() {
            return part * area.weight();
        }

        /** Urban districts weigh more than counties. */
        private static double importance(Division district) {
            return district.name().endsWith("区") ? 1.7 : 1;
        }
    }

    private static int[] apportion(List<Share> shares, int count) {
        int[] counts = new int[shares.size()];
        double toSpread = Math.max(0, count - shares.size());
        List<Integer> order = new ArrayList<>();
        int left = (int) toSpread;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = 1 + (int) (toSpread * shares.get(i).weight());
            left -= counts[i] - 1;
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -fraction(toSpread * shares.get(i).weight())));
        for (int i = 0; i < left; i++) {
            counts[order.get(i)]++;
        }
        return counts;
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }

    private void open(Share share, int count) {
        Dice dice = Dice.of(seed, Luck.OUTLETS, Long.parseLong(share.district.code()));
        double[] sizes = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sizes[i] = dice.around(1, 0.45);
            sum += sizes[i];
        }
        for (int i = 0; i < count; i++) {
            double part = share.part * sizes[i] / sum;
            outlets.add(new Place(outlets.size(), unit(share, i, dice), share.area.code(),
                    share.district.longitude() + 0.18 * (dice.uniform() - 0.5),
                    share.district.latitude() + 0.14 * (dice.uniform() - 0.5),
                    part * share.area.sends(), part * share.area.receives()));
        }
    }

    private Unit unit(Share share, int number, Dice dice) {
        Division district = share.district;
        List<String> names = towns.getOrDefault(district.code(), List.of("城关", "城东", "城西", "城南", "城北"));
        String town = names.get(number % names.size());
        String area = Divisions.china().fullName(district.code());
        String name = title(share, town) + (number < names.size()
                ? "网点"
                : "第%s网点".formatted("一二三四五六七八九十".charAt(
                        Math.min(9, number / names.size()))));
        String address = area + town + dice.pick(ROADS) + dice.whole(1, 388) + "号";
        return new Unit("O%s-%03d".formatted(district.code(), number + 1), name, Unit.Kind.OUTLET,
                share.area.unitCode(),
                district.code(), address, Phones.draw(dice), dice.chance(0.3) ? "07:30" : "08:00",
                dice.chance(0.4) ? "21:00" : "20:00",
                area + town + "及周边");
    }

    private static String title(Share share, String town) {
        String city = share.area.districts().size() > 1 && !share.area.code().startsWith("9000", 2)
                ? ShortNames.of(share.area.name())
                : "";
        String district = ShortNames.of(share.district.name());
        return (city + (district.equals(town) ? "" : district) + town).replaceFirst("^(..+)\\1", "$1");
    }
}
