package io.waypost.app.scan;

import io.waypost.app.stream.ScanStream;
import io.waypost.app.stream.TopicConsumer;
import io.waypost.app.stream.TopicReader;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether scans are taken from a topic of Kafka too. */
@Configuration
class KafkaScanConfiguration {

    @Bean
    @ConditionalOnProperty("waypost.scan.kafka.brokers")
    TopicReader kafkaScans(KafkaScanSettings settings, ScanStream stream, Intake intake, JsonLines json) {
        var brokers = Objects.requireNonNull(settings.brokers());
        var topic = Objects.requireNonNull(settings.topic());
        return new KafkaScans(settings.into(), stream, intake, json)
                .reader(() -> TopicConsumer.of(brokers, settings.group(), topic, settings.kafka()));
    }
}
