package io.waypost.app.outbox;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/** What tests of the outbox share. */
final class OutboxFixture {

    private OutboxFixture() {}

    static OutboxSettings settings(int batch) {
        return new OutboxSettings(batch, Duration.ofSeconds(60), ZoneId.of("Asia/Shanghai"), LocalTime.of(21, 0),
                LocalTime.of(8, 0));
    }
}
