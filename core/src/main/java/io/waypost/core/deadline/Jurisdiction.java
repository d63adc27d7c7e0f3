package io.waypost.core.deadline;

import io.waypost.core.place.Divisions;

/**
 * Whose law applies (管辖): a province's, or the nation's.
 *
 * @param code GB/T 2260 code of the province, such as 330000; 000000 for the nation
 */
public record Jurisdiction(String code) {

    /** The law of the whole country. */
    public static final Jurisdiction NATION = new Jurisdiction("000000");

    public Jurisdiction {
        if (!code.matches("\\d{2}0000")) {
            throw new IllegalArgumentException(
                    "The jurisdiction (%s) must be a province's code such as 330000, or 000000.".formatted(code));
        }
    }

    /** That of the place with this code: its province, or the nation where the code is not known. */
    public static Jurisdiction of(String divisionCode) {
        return Divisions.china().provinceOf(divisionCode)
                .map(province -> new Jurisdiction(province.code()))
                .orElse(NATION);
    }
}
