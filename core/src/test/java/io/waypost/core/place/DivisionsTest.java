package io.waypost.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionsTest {

    private final Divisions china = Divisions.china();

    @Test
    void listsAllProvincesCitiesAndDistricts() {
        assertThat(china.provinces()).hasSize(34).extracting(Division::name).contains("广东省", "台湾省", "香港特别行政区",
                "澳门特别行政区");
        assertThat(china.cities()).hasSize(333 + 4).noneMatch(Division::grouping);
        assertThat(china.children("440100")).extracting(Division::name).contains("天河区", "南沙区");
        assertThat(china.children("810000")).hasSize(18);
    }

    @Test
    void everyDivisionHasAParentAndLiesInChina() {
        for (Division province : china.provinces()) {
            for (Division city : china.children(province.code())) {
                assertThat(china.provinceOf(city.code())).contains(province);
                assertThat(city.longitude()).as(city.name()).isBetween(73.0, 136.0);
                assertThat(city.latitude()).as(city.name()).isBetween(3.0, 54.0);
                for (Division district : china.children(city.code())) {
                    assertThat(china.parentCode(district)).contains(city.code());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
            "440106, 广东省广州市天河区", "110101, 北京市东城区", "419001, 河南省济源市", "500233, 重庆市忠县",
            "810001, 香港特别行政区中西区", "441900, 广东省东莞市", "999999, 999999"})
    void writesFullNames(String code, String name) {
        assertThat(china.fullName(code)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"440199, 440100", "44, 440000", "4401, 440100", "440106003000, 440106", "110000, 110000"})
    void resolvesUnknownAndShortCodes(String code, String resolved) {
        assertThat(china.resolve(code)).map(Division::code).contains(resolved);
    }

    @ParameterizedTest
    @CsvSource({"BR-SP-001", "9", "990000", "R01"})
    void knowsWhatIsNoCode(String code) {
        assertThat(china.resolve(code)).isEmpty();
        assertThat(china.distanceKm(code, "110000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"440106, 440100", "110101, 110100", "110000, 110100", "419001, 419001", "810001, 810000",
            "710000, 710000"})
    void findsTheCity(String code, String city) {
        assertThat(china.cityOf(code)).map(Division::code).contains(city);
    }

    @Test
    void aProvinceIsNoCity() {
        assertThat(china.cityOf("440000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"110100, 310100, 1067", "440100, 510100, 1240", "441300, 510100, 1330", "440100, 440100, 0"})
    void measuresDistances(String from, String to, double km) {
        assertThat(china.distanceKm(from, to).orElseThrow()).isCloseTo(km, within(30.0));
        assertThat(china.distanceKm(to, from)).isEqualTo(china.distanceKm(from, to));
    }

    @Test
    void neighboursAreMutual() {
        assertThat(china.neighbours("440106")).containsExactly("350000", "360000", "430000", "450000", "460000",
                "810000", "820000");
        assertThat(china.neighbours("710000")).isEmpty();
        for (Division province : china.provinces()) {
            assertThat(china.neighbours(province.code()))
                    .allMatch(other -> china.neighbours(other).contains(province.code()));
        }
    }
}
