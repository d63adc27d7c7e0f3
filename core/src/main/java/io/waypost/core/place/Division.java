package io.waypost.core.place;

/**
 * An administrative division (行政区划) by its GB/T 2260 code.
 *
 * @param code six digits: 440000 a province, 440100 a city, 440106 a district
 * @param name as published, such as 天河区
 * @param level 1 province, 2 city, 3 district or county
 * @param longitude of its centre; a district that the source gives none takes those of its city
 * @param latitude of its centre
 */
public record Division(String code, String name, int level, double longitude, double latitude) {

    /** The code of the province it lies in; its own for a province. */
    public String provinceCode() {
        return code.substring(0, 2) + "0000";
    }

    /**
     * The code that stands for its city in this table.
     *
     * <p>Three shapes of GB/T 2260 have no city line: counties directly below a province (济源 419001) are cities of
     * their own, and Hong Kong, Macau and Taiwan are one city each.
     */
    public String cityCode() {
        if (level < 3) {
            return code;
        }
        if (code.startsWith("90", 2)) {
            return code;
        }
        return code.startsWith("8") ? provinceCode() : code.substring(0, 4) + "00";
    }

    /** Whether it only groups counties and has no seat: "directly below the province" (省直辖县级行政区划), 重庆's 县. */
    public boolean grouping() {
        return level == 2 && (code.startsWith("9000", 2) || code.equals("500200"));
    }
}
