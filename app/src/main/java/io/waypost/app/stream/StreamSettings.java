package io.waypost.app.stream;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the whole network's scans are watched ({@code waypost.stream.*}).
 *
 * @param workers threads that judge; null for one a processor
 * @param remembered how long after its last scan a parcel is remembered of which nothing more is expected
 * @param kept how long after its arrival a scan can be read
 * @param cluster the cluster that takes and watches the scans; null where this machine does
 */
@ConfigurationProperties("waypost.stream")
record StreamSettings(@Nullable Integer workers, @DefaultValue("15d") Duration remembered,
        @DefaultValue("90d") Duration kept, @Nullable Cluster cluster) {

    /**
     * Where the cluster is (docs/operations.md).
     *
     * @param brokers Kafka's, as {@code host:port,host:port}
     * @param findings the topic that the job writes what it finds to
     * @param group by which Kafka remembers how far this installation has read
     * @param timelines where timelines are served, such as {@code https://timelines.example:8123}
     * @param token what the timelines' servers ask for; null for none
     * @param kafka further settings of Kafka's client, such as those of its security
     */
    record Cluster(String brokers, String findings, @DefaultValue("waypost-platform") String group, URI timelines,
            @Nullable String token, @DefaultValue Map<String, String> kafka) {

        Cluster {
            require("brokers", brokers, "kafka-1:9092,kafka-2:9092");
            require("findings", findings, "waypost-findings");
            require("timelines", timelines, "https://timelines.example:8123");
        }

        private static void require(String field, @Nullable Object value, String example) {
            if (value == null) {
                throw new IllegalArgumentException(
                        "waypost.stream.cluster.%s is missing, and other settings of the cluster are there.%nMaybe %s"
                                .formatted(
                                        field, example));
            }
        }

        @Override
        public String toString() {
            // Neither the token nor what is among Kafka's settings belongs into a log.
            return "Cluster[brokers=%s, findings=%s, group=%s, timelines=%s]".formatted(brokers, findings, group,
                    timelines);
        }
    }
}
