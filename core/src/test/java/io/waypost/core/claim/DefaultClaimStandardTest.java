package io.waypost.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L1 the default standard")
class DefaultClaimStandardTest {

    @Test
    void itIsAStandardThatMayComeIntoForce() {
        assertThat(ClaimStandardCheck.flaws(DefaultClaimStandard.standard())).isEmpty();
    }

    @Test
    void whatNoLawSaysIsNotGradedAsLaw() {
        var standard = DefaultClaimStandard.standard();
        assertThat(standard.unproven()).filteredOn(row -> row.promiseFen() != null)
                .allSatisfy(row -> assertThat(row.basis().grade()).isEqualTo(Grade.C));
        assertThat(standard.totalDelays()).noneMatch(row -> row.basis().grade() == Grade.A);
        assertThat(standard.evidence()).allSatisfy(row -> assertThat(row.basis().grade()).isEqualTo(Grade.C));
    }
}
