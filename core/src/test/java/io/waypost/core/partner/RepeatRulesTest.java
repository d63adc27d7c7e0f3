package io.waypost.core.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.partner.RepeatRules.Decision;
import io.waypost.core.partner.RepeatRules.Kept;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("T6 a repeated request is answered once")
class RepeatRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-11T00:00:00Z");
    private static final String A = "a";
    private static final String B = "b";

    @Test
    void whatIsNewIsDone() {
        assertThat(RepeatRules.decide(Optional.empty(), A, NOW)).isEqualTo(new Decision.Work());
    }

    @Test
    void whatWasDoneIsToldAgainForADay() {
        var kept = Optional.of(new Kept(A, NOW.plus(RepeatRules.KEPT)));
        assertThat(RepeatRules.decide(kept, A, NOW)).isEqualTo(new Decision.Replay());
        assertThat(RepeatRules.decide(kept, A, NOW.plus(RepeatRules.KEPT).minusMillis(1)))
                .isEqualTo(new Decision.Replay());
        assertThat(RepeatRules.decide(kept, A, NOW.plus(RepeatRules.KEPT))).isEqualTo(new Decision.Work());
    }

    @Test
    void oneKeyIsForOneRequest() {
        var kept = Optional.of(new Kept(A, NOW.plus(RepeatRules.KEPT)));
        assertThat(RepeatRules.decide(kept, B, NOW)).isEqualTo(new Decision.Reused());
    }

    @ParameterizedTest
    @CsvSource({"abc,abc", "'\"abc\"',abc", "' a ',a", "'a b',", "'',", "'\"\"',", "键,"})
    void keysAreVisibleCharacters(String header, String key) {
        assertThat(RepeatRules.key(header).orElse(null)).isEqualTo(key);
    }

    @Test
    void aKeyHasAnEnd() {
        assertThat(RepeatRules.key("k".repeat(128))).isPresent();
        assertThat(RepeatRules.key("k".repeat(129))).isEmpty();
        assertThat(RepeatRules.key(null)).isEmpty();
    }
}
