package io.waypost.simulator.network;

/** The eight regions (大区) and the provinces that each answers for. */
enum Regions {
    NORTH("R01", "华北大区", "11 12 13 14 15"),
    NORTH_EAST("R02", "东北大区", "21 22 23"),
    EAST("R03", "华东大区",
            "31 32 33 34 37"),
    SOUTH_EAST("R04", "东南大区", "35 36 71"),
    SOUTH("R05", "华南大区",
            "44 45 46 81 82"),
    CENTRE("R06", "华中大区", "41 42 43"),
    SOUTH_WEST("R07", "西南大区",
            "50 51 52 53 54"),
    NORTH_WEST("R08", "西北大区", "61 62 63 64 65");

    final String code;

    final String title;

    private final String provinces;

    Regions(String code, String title, String provinces) {
        this.code = code;
        this.title = title;
        this.provinces = provinces;
    }

    /** The division that the region's office stands in: the capital of its first province. */
    String seat() {
        return provinces.substring(0, 2) + "0100";
    }

    static Regions of(String provinceCode) {
        String digits = provinceCode.substring(0, 2);
        for (Regions region : values()) {
            if (region.provinces.contains(digits)) {
                return region;
            }
        }
        throw new IllegalArgumentException("No region has the province %s.".formatted(provinceCode));
    }
}
