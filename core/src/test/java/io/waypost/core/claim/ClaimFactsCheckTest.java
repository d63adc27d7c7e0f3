package io.waypost.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("L1 facts that cannot be")
class ClaimFactsCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind=LOSS fee=-1                                                 | fees.carriageFen      | NEGATIVE
            kind=LOSS insurance=-5                                           | fees.insuranceFen     | NEGATIVE
            kind=LOSS insured=0                                              | worth.insuredFen      | OUT_OF_RANGE
            kind=LOSS insured=1000000000001                                  | worth.insuredFen      | OUT_OF_RANGE
            kind=LOSS proven=-1                                              | worth.provenFen       | NEGATIVE
            kind=LOSS claimed=9223372036854775807                            | worth.claimedFen      | OUT_OF_RANGE
            kind=LOSS indirect=-9223372036854775808                          | worth.indirectFen     | NEGATIVE
            kind=LOSS at=331000                                              | jurisdiction          | UNKNOWN
            kind=LOSS at=浙江                                                | jurisdiction          | UNKNOWN
            kind=LOSS claimedOn=2026-03-01                                   | times.claimedOn       | ORDER
            kind=LOSS asOf=2026-03-09T23:59                                  | times.asOf            | ORDER
            kind=LOSS posted=1999-12-31                                      | times.postedOn        | OUT_OF_RANGE
            kind=DELAY promised=2026-03-01T18:00                             | times.promisedBy      | ORDER
            kind=DELAY promised=2200-01-01T18:00                             | times.promisedBy      | OUT_OF_RANGE
            kind=DELAY delivered=2026-03-01T18:00                            | times.deliveredAt     | ORDER
            kind=DELAY delivered=2026-03-10T12:01                            | times.deliveredAt     | ORDER
            kind=PARTIAL_DAMAGE lost=-1                                      | extent.lostFen        | NEGATIVE
            kind=PARTIAL_DAMAGE proven=100 lost=101                          | extent.lostFen        | ABOVE_VALUE
            kind=PARTIAL_DAMAGE claimed=100 lost=101                         | extent.lostFen        | ABOVE_VALUE
            kind=PARTIAL_DAMAGE share=1001                                   | extent.perMille       | OUT_OF_RANGE
            kind=SHORTAGE pieces=0/0                                         | extent.piecesSent     | OUT_OF_RANGE
            kind=SHORTAGE pieces=3/2                                         | extent.piecesLost     | OUT_OF_RANGE
            kind=SHORTAGE pieces=-1/2                                        | extent.piecesLost     | NEGATIVE
            kind=TOTAL_DAMAGE kept                                           | extent.kept           | CONTRADICTION
            kind=LOSS found=CUSTOMER_FAULT:0                                 | found[0].perMille     | OUT_OF_RANGE
            kind=LOSS found=CUSTOMER_FAULT:1001                              | found[0].perMille     | OUT_OF_RANGE
            kind=LOSS found=CUSTOMER_FAULT:1;CUSTOMER_FAULT:2                | found[1].exclusion    | TWICE
            kind=LOSS found=INDIRECT_LOSS:1                                  | found[0].exclusion    | AMOUNT
            kind=LOSS extra=上楼:-1:no                                       | fees.extras[0].fen    | NEGATIVE
            kind=LOSS extra=:1:no                                            | fees.extras[0].name   | MISSING
            kind=LOSS contract=agreed                                        | contract.fixedFen     | MISSING
            kind=LOSS contract=fixed:-1                                      | contract.fixedFen     | NEGATIVE
            kind=LOSS contract=cap:1000000000001                             | contract.capFen       | OUT_OF_RANGE
            kind=LOSS contract=fee:1000001                                   | contract.feePerMille  | OUT_OF_RANGE
            kind=LOSS contract=fixed:1,kind:DELAY                            | contract.kinds[0]     | KIND
            """)
    void eachIsNamedByItsField(String facts, String field, String code) {
        // A ';' between exclusions and a ',' between terms, since the table is cut at the other bars.
        var text = facts.replace("1;CUSTOMER", "1|CUSTOMER").replace(",kind", ";kind");
        assertThat(ClaimFactsCheck.flaws(FactsText.facts(text))).as(text).singleElement().satisfies(flaw -> {
            assertThat(flaw.field()).isEqualTo(field);
            assertThat(flaw.code()).isEqualTo(code);
            assertThat(flaw.message()).isNotBlank();
        });
    }

    @Test
    void allAreNamedAtOnce() {
        assertThat(ClaimFactsCheck.flaws(FactsText.facts("kind=LOSS fee=-1 insured=0 claimedOn=2026-03-01")))
                .extracting(ClaimFlaw::field)
                .containsExactly("times.claimedOn", "worth.insuredFen", "fees.carriageFen");
    }

    @Test
    void aLossAboveTheInsuredAmountIsNoneWhereTheValueIsNotKnown() {
        assertThat(ClaimFactsCheck.flaws(FactsText.facts("kind=PARTIAL_DAMAGE insured=100 lost=101"))).isEmpty();
    }

    @Test
    void anAssessmentTellsThem() {
        var result = ClaimCalculator.assess(Standards.DEFAULT, FactsText.facts("kind=LOSS fee=-1"));
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.CANNOT_TELL);
        assertThat(result.flaws()).extracting(ClaimFlaw::field).containsExactly("fees.carriageFen");
    }
}
