package io.waypost.app.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("N3 guessing a phone's digits takes longer than anybody waits")
class TrackLimitsTest {

    private final SteppedClock wall = new SteppedClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final TrackLimits limits = new TrackLimits(wall);

    @Test
    void aWrongTryIsForgivenEveryTwelveMinutes() {
        for (int i = 0; i < TrackLimits.WRONG; i++) {
            limits.ask("10.0.0." + i, "YT1");
        }
        assertThatThrownBy(() -> limits.ask("10.0.0.9", "YT1")).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.extra().get("retryAfterSeconds")).isEqualTo(721L));
        wall.forward(Duration.ofMinutes(12).plusSeconds(1));
        assertThatCode(() -> limits.ask("10.0.0.9", "YT1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.ask("10.0.0.9", "YT1")).isInstanceOf(Refusal.class);
    }

    @Test
    void rightTriesCostNothing() {
        for (int i = 0; i < 100; i++) {
            limits.ask("10.0.1." + i, "YT2");
            limits.right("YT2");
        }
        for (int i = 0; i < TrackLimits.WRONG; i++) {
            limits.ask("10.0.2." + i, "YT2");
        }
        assertThatThrownBy(() -> limits.ask("10.0.2.99", "YT2")).isInstanceOf(Refusal.class);
    }

    @Test
    void aWholeNetworkOfVersionSixIsOneAddress() {
        for (int i = 0; i < TrackLimits.QUESTIONS; i++) {
            limits.ask("2001:db8:1:2:0:0:0:" + Integer.toHexString(i), "W" + i);
        }
        assertThatThrownBy(() -> limits.ask("2001:db8:1:2:ffff:0:0:1", "W99")).isInstanceOf(Refusal.class);
        assertThatCode(() -> limits.ask("2001:db8:1:3:0:0:0:1", "W99")).doesNotThrowAnyException();
    }
}
