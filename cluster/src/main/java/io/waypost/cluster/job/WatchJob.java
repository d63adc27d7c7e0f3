package io.waypost.cluster.job;

import io.waypost.cluster.topic.Partitioning;
import io.waypost.cluster.topic.TopicNames;
import io.waypost.watch.table.Shards;
import java.time.Duration;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job: frames from the topic, by shard, through the watch, findings to their topic. State and place in the topic go into a checkpoint
 * together; findings may be written more than once after a failure, with the same ids.
 *
 * @param kafka how Kafka is reached
 * @param remembered for how long after its last scan a parcel is remembered of which nothing more is expected
 * @param sweepEvery seconds of a shard's time between two looks at its deadlines
 */
public record WatchJob(Properties kafka, TopicNames names, Partitioning partitioning, Duration remembered,
        int sweepEvery) {

    /** The names by which a savepoint knows whose state is whose; they never change. */
    private static final String SOURCE = "scans";
    private static final String WATCH = "watch";
    private static final String SINK = "findings";

    /** Adds the job to an environment. */
    public void build(StreamExecutionEnvironment environment) {
        build(environment, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** The same, ending where the topic ends now: a replay. */
    public void buildUntilNow(StreamExecutionEnvironment environment) {
        build(environment, source -> source.setBounded(OffsetsInitializer.latest()), UnaryOperator.identity());
    }

    /** The same with another end of the source, or something between source and watch. */
    void build(StreamExecutionEnvironment environment, UnaryOperator<KafkaSourceBuilder<Frame>> ending,
            UnaryOperator<DataStream<Frame>> between) {
        environment.setMaxParallelism(Shards.COUNT);
        var source = ending.apply(KafkaSource.<Frame>builder()
                .setProperties(kafka)
                .setTopics(names.scans())
                // Only for Kafka's own figures of how far it is: where it goes on, the checkpoint says.
                .setGroupId(names.scans() + "-watch")
                .setStartingOffsets(new FromTheBeginning())
                .setProperty("isolation.level", "read_committed")
                .setProperty("partition.discovery.interval.ms", "-1")
                .setDeserializer(new FrameReader(partitioning)))
                .build();
        var frames = environment.fromSource(source, WatermarkStrategy.noWatermarks(), SOURCE).uid(SOURCE);
        between.apply(frames)
                .keyBy(frame -> ShardKeys.of(frame.shard), Types.LONG)
                .transform(WATCH, Types.POJO(Found.class),
                        new WatchOperator(partitioning, Math.toIntExact(remembered.toSeconds()), sweepEvery))
                .uid(WATCH)
                .sinkTo(KafkaSink.<Found>builder()
                        .setKafkaProducerConfig(kafka)
                        .setBootstrapServers(kafka.getProperty("bootstrap.servers"))
                        .setRecordSerializer(new FoundWriter(names.findings()))
                        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                        .build())
                .name(SINK).uid(SINK);
    }
}
