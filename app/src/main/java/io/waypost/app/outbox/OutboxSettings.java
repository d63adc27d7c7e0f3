package io.waypost.app.outbox;

import io.waypost.core.outbox.QuietHours;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave ({@code waypost.outbox.*}).
 *
 * @param batch how many messages a node takes at once
 * @param lease how long a node may take for them before they count as lost
 * @param zone where recipients are of whom nothing else is known
 * @param quietFrom when advertising and surveys begin to wait
 * @param quietUntil when they may leave again
 */
@ConfigurationProperties("waypost.outbox")
record OutboxSettings(
        @DefaultValue("200") int batch,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil) {

    QuietHours quietHours() {
        return new QuietHours(quietFrom, quietUntil);
    }
}
