package io.waypost.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C6 whether one contact was enough")
class FirstContactTest {

    private static final Instant ENDED = Instant.parse("2026-11-20T02:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void whoeverComesAgainWithinTheWindowWasNotHelped() {
        var last = ENDED.plus(FirstContact.WINDOW);
        assertThat(FirstContact.isResolved(true, ENDED, null)).isTrue();
        assertThat(FirstContact.isResolved(false, ENDED, null)).isFalse();
        assertThat(FirstContact.isResolved(true, ENDED, last)).isFalse();
        assertThat(FirstContact.isResolved(true, ENDED, last.plus(SECOND))).isTrue();
        assertThat(FirstContact.isKnown(ENDED, last.minus(SECOND))).isFalse();
        assertThat(FirstContact.isKnown(ENDED, last)).isTrue();
    }

    @Test
    void whoeverComesAgainIsNotCountedAsNew() {
        assertThat(FirstContact.isFirst(ENDED, null)).isTrue();
        assertThat(FirstContact.isFirst(ENDED, ENDED.minus(FirstContact.WINDOW))).isFalse();
        assertThat(FirstContact.isFirst(ENDED, ENDED.minus(FirstContact.WINDOW).minus(SECOND))).isTrue();
    }
}
