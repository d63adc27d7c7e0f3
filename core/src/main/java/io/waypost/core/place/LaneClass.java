package io.waypost.core.place;

import java.util.Optional;
import java.util.Set;

/**
 * How far apart the two ends of a lane (线路) are in the trade's own terms; the first key of every time limit.
 *
 * <p>The rule, first match wins, on the cities of both ends:
 * <ol>
 * <li>the same city: {@link #SAME_CITY}; a municipality (直辖市) is one city;
 * <li>one end in Hong Kong, Macau or Taiwan (customs in between): {@link #REMOTE};
 * <li>the same province: {@link #SAME_PROVINCE}, but {@link #ADJACENT} beyond 700 km (Kashgar–Ürümqi);
 * <li>one end in a remote area (偏远地区): {@link #ADJACENT} between neighbours within 500 km (Lanzhou–Xining), otherwise
 * {@link #REMOTE};
 * <li>provinces that share a border, or both in the Yangtze delta (江浙沪皖), within 1,000 km: {@link #ADJACENT};
 * <li>everything else: {@link #FAR}.
 * </ol>
 * Beijing–Tianjin–Hebei (京津冀) border each other, and the Pearl River delta (珠三角) lies in one province, so they need no
 * line of their own. Remote areas: Xinjiang, Tibet, Qinghai; of Inner Mongolia Alxa, Bayannur, Wuhai, Hulunbuir and
 * Xilingol; of Sichuan Aba and Garzê; of Yunnan Nujiang and Dêqên; of Heilongjiang Daxing'anling; of Hainan Sansha.
 */
public enum LaneClass {
    /** Both ends in one city (同城). */
    SAME_CITY,
    /** Both ends in one province (省内). */
    SAME_PROVINCE,
    /** Neighbouring provinces or one economic area (邻省、经济圈). */
    ADJACENT,
    /** Between provinces that are not neighbours (跨省远距离). */
    FAR,
    /** To, from or within a remote area, or across customs (偏远、港澳台). */
    REMOTE;

    private static final double LONG_PROVINCE_KM = 700;

    private static final double SHORT_REMOTE_KM = 500;

    private static final double LONG_ADJACENT_KM = 1000;

    private static final Set<String> REMOTE_PROVINCES = Set.of("54", "63", "65");

    private static final Set<String> REMOTE_CITIES = Set.of("1503", "1507", "1508", "1525", "1529", "2327", "4603",
            "5132", "5133", "5333", "5334");

    private static final Set<String> YANGTZE_DELTA = Set.of("310000", "320000", "330000", "340000");

    /** The class of the lane between two division codes; empty where one of them is no Chinese code. */
    public static Optional<LaneClass> of(String from, String to) {
        Divisions divisions = Divisions.china();
        return divisions.resolve(from).flatMap(a -> divisions.resolve(to).map(b -> between(divisions, a, b)));
    }

    private static LaneClass between(Divisions divisions, Division a, Division b) {
        if (sameCity(a, b)) {
            return SAME_CITY;
        }
        if (Divisions.isSeparateCustomsTerritory(a.code()) || Divisions.isSeparateCustomsTerritory(b.code())) {
            return REMOTE;
        }
        double km = divisions.distanceKm(a.code(), b.code()).orElseThrow();
        if (a.provinceCode().equals(b.provinceCode())) {
            return km > LONG_PROVINCE_KM ? ADJACENT : SAME_PROVINCE;
        }
        boolean neighbours = divisions.neighbours(a.code()).contains(b.provinceCode());
        if (isRemote(a) || isRemote(b)) {
            return neighbours && km <= SHORT_REMOTE_KM ? ADJACENT : REMOTE;
        }
        boolean near = neighbours
                || (YANGTZE_DELTA.contains(a.provinceCode()) && YANGTZE_DELTA.contains(b.provinceCode()));
        return near && km <= LONG_ADJACENT_KM ? ADJACENT : FAR;
    }

    private static boolean sameCity(Division a, Division b) {
        if (!a.provinceCode().equals(b.provinceCode())) {
            return false;
        }
        return Divisions.isMunicipality(a.code()) || Divisions.isSeparateCustomsTerritory(a.code())
                || (a.level() > 1 && a.cityCode().equals(b.cityCode()));
    }

    private static boolean isRemote(Division division) {
        return REMOTE_PROVINCES.contains(division.code().substring(0, 2))
                || REMOTE_CITIES.contains(division.code().substring(0, 4));
    }
}
