package io.waypost.core.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.waybill.Candidate.Strength;
import java.util.Comparator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P1 Waybill numbers are recognised as ranked candidates")
class WaybillsTest {

    @ParameterizedTest
    @CsvSource({
            "YT6247854916511,YTO", "73123456789012,ZTO", "77123456789012345,STO", "771234567890123,STO",
            "431234567890123,STO",
            "312345678901234,YUNDA", "5123456789012,YUNDA", "JT1234567890123,JT", "SF1123456789012,SF",
            "SFA123456789012,SF",
            "JDVB12345678901,JD", "DPK123456789012,DEPPON", "9123456789012,EMS", "PA12345678901,EMS",
            "621123456789012,CAINIAO",
    })
    void putsTheStrictShapeFirst(String number, Carrier carrier) {
        assertThat(Waybills.recognise(number)).first().isEqualTo(new Candidate(carrier, Strength.STRICT));
    }

    @Test
    void ranksWhereShapesOverlap() {
        assertThat(Waybills.recognise("7312 3456-789012")).containsExactly(
                new Candidate(Carrier.ZTO, Strength.STRICT), new Candidate(Carrier.YTO, Strength.WIDE),
                new Candidate(Carrier.BEST, Strength.WIDE));
    }

    @Test
    void trustsACheckDigitMost() {
        assertThat(Waybills.recognise("rr473124829gb")).containsExactly(new Candidate(Carrier.EMS, Strength.CHECKED));
        assertThat(Waybills.recognise("RR473124828GB")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "广州天河", "123456789012345678901234567890123"})
    void knowsNobodyForTheRest(String number) {
        assertThat(Waybills.recognise(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JT1234567890123", "123456789012", "1234567890", "123456789012345", "61234567890123"})
    void isAlwaysInOrderOfStrength(String number) {
        assertThat(Waybills.recognise(number)).isNotEmpty()
                .isSortedAccordingTo(Comparator.comparing(Candidate::strength))
                .doesNotHaveDuplicates();
    }
}
