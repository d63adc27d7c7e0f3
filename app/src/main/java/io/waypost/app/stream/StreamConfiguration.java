package io.waypost.app.stream;

import io.waypost.app.kernel.Deadlines;
import io.waypost.app.stream.StreamSettings.Cluster;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Whether the stream is watched here or in a cluster. */
@Configuration
class StreamConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    StreamSource streamSource(StreamSettings settings, StreamEngine engine, JsonMapper json) {
        var cluster = settings.cluster();
        return cluster == null ? new EngineSource(engine) : new ClusterSource(cluster, json);
    }

    @Bean
    @ConditionalOnProperty("waypost.stream.cluster.brokers")
    ClusterFindings clusterFindings(StreamSettings settings, PickStore store, Suspecting suspecting,
            ObjectProvider<Deadlines> deadlines,
            JsonMapper json,
            Clock clock, PlatformTransactionManager transactions) {
        var cluster = Objects.requireNonNull(settings.cluster());
        return new ClusterFindings(() -> consumer(cluster), store, suspecting, deadlines, json, clock, transactions);
    }

    private static Consumer<byte[], byte[]> consumer(Cluster cluster) {
        var properties = new HashMap<String, Object>(cluster.kafka());
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.brokers());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, cluster.group());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            // Polling says nothing where no broker answers or the topic is not there; this does.
            if (consumer.partitionsFor(cluster.findings(), PATIENCE).isEmpty()) {
                throw new IllegalStateException("There is no topic " + cluster.findings());
            }
            consumer.subscribe(List.of(cluster.findings()));
            return consumer;
        } catch (RuntimeException unreachable) {
            consumer.close();
            throw unreachable;
        }
    }
}
