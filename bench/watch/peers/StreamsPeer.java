import io.waypost.core.watch.CompactScan;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Kafka Streams without a broker, in its own test driver, on one thread: stores in memory, no changelog, so nothing is durable. It has no
 * timers; a second store in the order of deadlines is asked by punctuation each minute of stream time, for a walk over all parcels each
 * minute would never end.
 */
final class StreamsPeer {

    private static final String SCANS = "scans";
    private static final String PARCELS = "parcels";
    private static final String DUE = "due";

    private StreamsPeer() {}

    static Found run(Path folder, int parcels) throws Exception {
        var made = new Scans(parcels);
        var found = new Found();
        var topology = new Topology();
        topology.addSource(SCANS, Serdes.Long().deserializer(), Serdes.ByteArray().deserializer(), SCANS);
        topology.addProcessor("watch", new ProcessorSupplier<Long, byte[], Void, Void>() {
            @Override
            public Processor<Long, byte[], Void, Void> get() {
                return new Watch(new Rule(made, found));
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(
                        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(PARCELS), Serdes.Long(),
                                Serdes.ByteArray()).withCachingDisabled().withLoggingDisabled(),
                        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(DUE), Serdes.Bytes(),
                                Serdes.ByteArray()).withCachingDisabled().withLoggingDisabled());
            }
        }, SCANS);
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("streams").toString());
        try (var driver = new TopologyTestDriver(topology, settings, Instant.ofEpochSecond(made.start()))) {
            var input = driver.createInputTopic(SCANS, new LongSerializer(), new ByteArraySerializer());
            Measured.begin(0);
            made.forEach(new Scans.Taker() {
                @Override
                public void scan(long key, CompactScan scan) {
                    input.pipeInput(key, Rule.bytes(key, scan), scan.arrival * 1_000L);
                }

                @Override
                public void minute(int second) {
                    // Stream time goes on with the scans alone.
                }
            });
            // A heartbeat: without input its time stands still.
            input.pipeInput(0L, new byte[1], (made.end() + 60) * 1_000L);
            Measured.end(0);
        }
        return found;
    }

    private static final class Watch implements Processor<Long, byte[], Void, Void> {

        private static final byte[] NOTHING = {};

        private final Rule rule;
        private KeyValueStore<Long, byte[]> rows;
        private KeyValueStore<Bytes, byte[]> due;

        Watch(Rule rule) {
            this.rule = rule;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            rows = context.getStateStore(PARCELS);
            due = context.getStateStore(DUE);
            context.schedule(Duration.ofMinutes(1), PunctuationType.STREAM_TIME, time -> sweep((int) (time / 1_000)));
        }

        @Override
        public void process(Record<Long, byte[]> record) {
            long key = record.key();
            if (key == 0) {
                return;
            }
            var row = rows.get(key);
            row = row == null ? Rule.fresh() : row;
            if (rule.scanned(row, record.value())) {
                due.put(at(Rule.due(row), key), NOTHING);
            }
            rows.put(key, row);
        }

        private void sweep(int now) {
            var passed = new ArrayList<Bytes>();
            try (var range = due.range(at(0, 0), at(now, 0))) {
                range.forEachRemaining(each -> passed.add(each.key));
            }
            for (var each : passed) {
                due.delete(each);
                var name = ByteBuffer.wrap(each.get());
                int second = name.getInt();
                long key = name.getLong();
                var row = rows.get(key);
                if (row == null || Rule.due(row) != second) {
                    continue;
                }
                if (!rule.passed(key, row, now)) {
                    rows.delete(key);
                    continue;
                }
                rows.put(key, row);
                if (Rule.due(row) != Rule.NEVER) {
                    due.put(at(Rule.due(row), key), NOTHING);
                }
            }
        }

        /** In the order of deadlines. */
        private static Bytes at(int second, long key) {
            return Bytes.wrap(ByteBuffer.allocate(12).putInt(second).putLong(key).array());
        }
    }
}
