package io.waypost.core.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S10Test {

    @ParameterizedTest
    @CsvSource({"47312482,9", "47110815,1", "00071758,1", "96633102,0", "76129403,8", "12345678,5"})
    void computesTheCheckDigit(String serial, int digit) {
        assertThat(S10.checkDigit(serial)).isEqualTo(digit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RR473124829GB", "EE471108151FR", "RB123456785GB", "CP123456785CN", "AV123456785US",
            "GA123456785DE"})
    void acceptsWhatAPostIssues(String number) {
        assertThat(S10.valid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RB123456786US", "RB123456785XX", "JB123456785GB", "AB123456785GB", "GB123456785GB",
            "R1123456785GB",
            "RB12345678XGB", "RB123456785G"})
    void refusesTheRest(String number) {
        assertThat(S10.valid(number)).isFalse();
    }

    @Test
    void wantsEightDigits() {
        assertThatThrownBy(() -> S10.checkDigit("1234567")).isInstanceOf(IllegalArgumentException.class);
    }
}
