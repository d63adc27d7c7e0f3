package io.waypost.cluster.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Makes the topics, and looks how many partitions there are. */
public final class Topics {

    private Topics() {}

    /**
     * How the topics are made.
     *
     * @param partitions of the topic of scans, for good
     * @param replicas on how many brokers each record lies; of three or more one may be away and writing goes on
     * @param kept for how long scans and findings are kept
     * @param brokersClock whether the broker gives the arrivals: so it must be where several machines write
     */
    public record Plan(Partitioning partitions, short replicas, Duration kept, boolean brokersClock) {}

    /** Makes all three; refused if one is there already. */
    public static void create(Properties kafka, TopicNames names, Plan plan) throws InterruptedException {
        var kept = Long.toString(plan.kept().toMillis());
        int partitions = plan.partitions().count();
        var scans = topic(names.scans(), partitions, plan, Map.of(TopicConfig.RETENTION_MS_CONFIG, kept,
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, plan.brokersClock() ? "LogAppendTime" : "CreateTime"));
        var book = topic(names.book(), 1, plan,
                Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        var findings = topic(names.findings(), partitions, plan, Map.of(TopicConfig.RETENTION_MS_CONFIG, kept));
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(List.of(scans, book, findings)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics cannot be made: " + e.getCause(), e.getCause());
        }
    }

    /** How the topic of scans is cut. */
    public static Partitioning partitioning(Properties kafka, TopicNames names) throws InterruptedException {
        try (var admin = Admin.create(kafka)) {
            var told = admin.describeTopics(List.of(names.scans())).allTopicNames().get().get(names.scans());
            if (told == null) {
                throw new IllegalStateException("Kafka does not tell of the topic %s.".formatted(names.scans()));
            }
            return new Partitioning(told.partitions().size());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topic %s cannot be read: %s".formatted(names.scans(), e.getCause()),
                    e.getCause());
        }
    }

    private static NewTopic topic(String name, int partitions, Plan plan, Map<String, String> special) {
        var settings = new HashMap<>(special);
        settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, plan.replicas() > 2 ? "2" : "1");
        settings.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        return new NewTopic(name, partitions, plan.replicas()).configs(settings);
    }
}
