package io.waypost.app.stream;

import io.waypost.app.kernel.Deadlines;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Whether the stream is watched here or in a cluster. */
@Configuration
class StreamConfiguration {

    @Bean
    StreamSource streamSource(StreamSettings settings, StreamEngine engine, JsonMapper json) {
        var cluster = settings.cluster();
        return cluster == null ? new EngineSource(engine) : new ClusterSource(cluster, json);
    }

    @Bean
    @ConditionalOnProperty("waypost.stream.cluster.brokers")
    ClusterFindings clusterFindings(PickStore store, Suspecting suspecting,
            ObjectProvider<Deadlines> deadlines,
            JsonMapper json,
            Clock clock, PlatformTransactionManager transactions) {
        return new ClusterFindings(store, suspecting, deadlines, json, clock, transactions);
    }

    @Bean
    @ConditionalOnProperty("waypost.stream.cluster.brokers")
    TopicReader clusterReader(StreamSettings settings, ClusterFindings findings) {
        var cluster = Objects.requireNonNull(settings.cluster());
        return findings.reader(() -> TopicConsumer.of(cluster.brokers(), cluster.group(), cluster.findings(),
                cluster.kafka()));
    }
}
