package io.waypost.app.scan;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A topic of Kafka that scans are taken from ({@code waypost.scan.kafka.*}).
 *
 * @param brokers Kafka's, as {@code host:port,host:port}; null for no such topic
 * @param topic whose records are lines of scans, or binary batches
 * @param group by which Kafka remembers how far this installation has read
 * @param into where they go
 * @param kafka further settings of Kafka's client, such as those of its security
 */
@ConfigurationProperties("waypost.scan.kafka")
record KafkaScanSettings(@Nullable String brokers, @Nullable String topic, @DefaultValue("waypost-intake") String group,
        @DefaultValue("STREAM") Into into, @DefaultValue Map<String, String> kafka) {

    /** Where scans go. */
    enum Into {
        /** Into the engine's log, as those of {@code /scans/stream}. */
        STREAM,
        /** Into the timelines, as those of {@code /scans}. */
        TIMELINES
    }

    KafkaScanSettings {
        if (brokers != null && topic == null) {
            throw new IllegalArgumentException(
                    "waypost.scan.kafka.topic is missing, and waypost.scan.kafka.brokers is there.%nMaybe scans"
                            .formatted());
        }
    }

    @Override
    public String toString() {
        // What is among Kafka's settings does not belong into a log.
        return "KafkaScanSettings[brokers=%s, topic=%s, group=%s, into=%s]".formatted(brokers, topic, group, into);
    }
}
