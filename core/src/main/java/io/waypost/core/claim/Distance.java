package io.waypost.core.claim;

/** How far a parcel went, as far as it counts for total delay (彻底延误). The names are part of the API. */
public enum Distance {
    SAME_CITY("同城"),
    /** Within the mainland, beyond one city: within or between provinces. */
    DOMESTIC("省内异地或省际"),
    HONG_KONG_MACAU("港澳"),
    TAIWAN("台湾"),
    ABROAD("国际");

    private final String chinese;

    Distance(String chinese) {
        this.chinese = chinese;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }
}
