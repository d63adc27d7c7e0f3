package io.waypost.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneClassTest {

    @ParameterizedTest
    @CsvSource({
            // one city
            "440106, 440103, SAME_CITY", "110101, 110119, SAME_CITY", "500103, 500233, SAME_CITY",
            "419001, 419001, SAME_CITY",
            "810001, 810018, SAME_CITY", "650104, 650100, SAME_CITY",
            // one province
            "440100, 440300, SAME_PROVINCE", "419001, 410100, SAME_PROVINCE", "429004, 429005, SAME_PROVINCE",
            "440000, 440100, SAME_PROVINCE", "440000, 440000, SAME_PROVINCE", "653100, 650100, ADJACENT",
            // neighbours
            "440100, 430100, ADJACENT", "310100, 340100, ADJACENT", "110100, 130100, ADJACENT",
            "320100, 330100, ADJACENT",
            "440100, 460100, ADJACENT",
            // neighbours, but far: Shenyang–Hulunbuir, Guangyuan–Jiayuguan
            "210100, 150700, REMOTE", "510800, 620100, ADJACENT", "510800, 620200, FAR",
            // far
            "440100, 510100, FAR", "110100, 440100, FAR", "310100, 110100, FAR",
            // remote and across customs
            "110100, 650100, REMOTE", "620100, 630100, ADJACENT", "510100, 540100, REMOTE", "440300, 810000, REMOTE",
            "440300, 710000, REMOTE", "810000, 820000, REMOTE", "150100, 140100, ADJACENT", "152900, 640100, ADJACENT"})
    void classifies(String from, String to, LaneClass expected) {
        assertThat(LaneClass.of(from, to)).contains(expected);
        assertThat(LaneClass.of(to, from)).contains(expected);
    }

    @Test
    void knowsNothingAboutOtherCountries() {
        assertThat(LaneClass.of("BR-SP-001", "440100")).isEmpty();
    }

    @Test
    void isDefinedBetweenAllCities() {
        for (Division from : Divisions.china().cities()) {
            for (Division to : Divisions.china().cities()) {
                assertThat(LaneClass.of(from.code(), to.code())).isEqualTo(LaneClass.of(to.code(), from.code()))
                        .isPresent();
            }
        }
    }
}
