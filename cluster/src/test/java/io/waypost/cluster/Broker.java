package io.waypost.cluster;

import io.waypost.cluster.topic.Partitioning;
import io.waypost.cluster.topic.Readers;
import io.waypost.cluster.topic.TopicNames;
import io.waypost.cluster.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real broker in this process, one for all tests; each test has topics of its own. */
public final class Broker {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final AtomicInteger networks = new AtomicInteger();
    private static final KafkaClusterTestKit kit = start();

    private Broker() {}

    private static KafkaClusterTestKit start() {
        try {
            var nodes = new TestKitNodes.Builder().setCombined(true).setNumBrokerNodes(1).setNumControllerNodes(1)
                    .build();
            var cluster = new KafkaClusterTestKit.Builder(nodes)
                    .setConfigProp("offsets.topic.replication.factor", "1")
                    .setConfigProp("offsets.topic.num.partitions", "1")
                    .setConfigProp("transaction.state.log.replication.factor", "1")
                    .setConfigProp("transaction.state.log.num.partitions", "1")
                    .setConfigProp("transaction.state.log.min.isr", "1")
                    .setConfigProp("auto.create.topics.enable", "false")
                    .setConfigProp("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE))
                    .build();
            cluster.format();
            cluster.startup();
            cluster.waitForReadyBrokers();
            Runtime.getRuntime().addShutdownHook(new Thread(Broker::stop));
            return cluster;
        } catch (Exception e) {
            throw new IllegalStateException("No broker: " + e, e);
        }
    }

    private static void stop() {
        try {
            kit.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How it is reached. */
    public static Properties kafka() {
        var kafka = new Properties();
        kafka.put("bootstrap.servers", kit.bootstrapServers());
        return kafka;
    }

    /** Topics of their own, whose writers give the arrivals. */
    public static TopicNames network(int partitions) throws InterruptedException {
        var names = TopicNames.of("network" + networks.incrementAndGet());
        Topics.create(kafka(), names,
                new Topics.Plan(new Partitioning(partitions), (short) 1, Duration.ofDays(36_500), false));
        return names;
    }

    /** All that was committed to a topic, partition by partition. */
    public static List<ConsumerRecord<byte[], byte[]>> records(String topic, int partitions) {
        var all = IntStream.range(0, partitions).mapToObj(number -> new TopicPartition(topic, number)).toList();
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var reader = Readers.of(kafka(), all)) {
            reader.seekToBeginning(all);
            var ends = reader.endOffsets(all);
            while (all.stream().anyMatch(each -> reader.position(each) < ends.getOrDefault(each, 0L))) {
                reader.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    /** Deletes all that a topic has, as its retention would. */
    public static void forget(String topic, int partitions) throws Exception {
        var before = new HashMap<TopicPartition, RecordsToDelete>();
        for (int number = 0; number < partitions; number++) {
            // All of it, wherever that ends.
            before.put(new TopicPartition(topic, number), RecordsToDelete.beforeOffset(-1));
        }
        try (var admin = Admin.create(kafka())) {
            admin.deleteRecords(before).all().get();
        }
    }

    /** The values of a topic as texts. */
    public static List<String> texts(String topic, int partitions) {
        return records(topic, partitions).stream().map(each -> new String(each.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
