package io.waypost.app.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the whole network's scans are taken ({@code waypost.stream.*}).
 *
 * @param workers threads that judge; null for one a processor
 * @param remembered how long after its last scan a parcel is remembered of which nothing more is expected
 * @param kept how long after its arrival a scan can be read
 */
@ConfigurationProperties("waypost.stream")
record StreamSettings(@Nullable Integer workers, @DefaultValue("15d") Duration remembered,
        @DefaultValue("90d") Duration kept) {}
