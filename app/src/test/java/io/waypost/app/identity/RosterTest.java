package io.waypost.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@DisplayName("T1 the duty person is found from the unit upwards")
class RosterTest {

    private final DutyRoster roster;

    RosterTest(DutyRoster roster) {
        this.roster = roster;
    }

    @Test
    void nobodyIsOnDutyWhereNobodyIsNamed() {
        assertThat(roster.onDuty("NOWHERE", DutyKind.URGE)).isEmpty();
    }
}
