import io.waypost.core.watch.CompactScan;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;

/**
 * Flink as its users write it: a function a parcel with a value and a timer of event time, checkpoints every ten seconds. Timers are set
 * only where the deadline has become earlier, which spares it most of them.
 */
final class FlinkPeer {

    /** In the one process of the run, so that no finding is lost on the way. */
    private static final Found FOUND = new Found();

    private FlinkPeer() {}

    /** @param backend hashmap or rocksdb */
    static Found run(Path folder, int parcels, int workers, String backend) throws Exception {
        var settings = new Configuration();
        settings.set(StateBackendOptions.STATE_BACKEND, backend);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("checkpoints").toUri().toString());
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        // A failure would count findings twice: better none at all.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.setString("taskmanager.memory.managed.size", "1g");
        settings.setString("io.tmp.dirs", folder.toString());
        var environment = StreamExecutionEnvironment.createLocalEnvironment(workers, settings);
        environment.getConfig().enableObjectReuse();
        environment.addSource(new Source(parcels), "scans", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                .keyBy(Rule::key, Types.LONG)
                .process(new Watch(parcels))
                .sinkTo(new DiscardingSink<>());
        environment.execute();
        Measured.end(0);
        return FOUND;
    }

    private static final class Source implements SourceFunction<byte[]> {

        private static final long serialVersionUID = 1;

        private final int parcels;

        Source(int parcels) {
            this.parcels = parcels;
        }

        @Override
        public void run(SourceContext<byte[]> context) throws Exception {
            var made = new Scans(parcels);
            Measured.begin(0);
            made.forEach(new Scans.Taker() {
                @Override
                public void scan(long key, CompactScan scan) {
                    synchronized (context.getCheckpointLock()) {
                        context.collectWithTimestamp(Rule.bytes(key, scan), scan.arrival * 1_000L);
                    }
                }

                @Override
                public void minute(int second) {
                    passed(context, second);
                }
            });
            passed(context, made.end());
        }

        private static void passed(SourceContext<byte[]> context, int second) {
            synchronized (context.getCheckpointLock()) {
                context.emitWatermark(new Watermark(second * 1_000L));
            }
        }

        @Override
        public void cancel() {
            // Only a failure would, and then the run is over.
        }
    }

    private static final class Watch extends KeyedProcessFunction<Long, byte[], Void> {

        private static final long serialVersionUID = 1;

        private final int parcels;
        private transient Rule rule;
        private transient long end;
        private transient ValueState<byte[]> rows;

        Watch(int parcels) {
            this.parcels = parcels;
        }

        @Override
        public void open(OpenContext context) {
            var made = new Scans(parcels);
            rule = new Rule(made, FOUND);
            end = made.end() * 1_000L;
            rows = getRuntimeContext().getState(
                    new ValueStateDescriptor<>("parcel", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        }

        @Override
        public void processElement(byte[] scan, Context context, Collector<Void> out) throws Exception {
            var row = rows.value();
            row = row == null ? Rule.fresh() : row;
            boolean earlier = rule.scanned(row, scan);
            rows.update(row);
            if (earlier) {
                context.timerService().registerEventTimeTimer(Rule.due(row) * 1_000L);
            }
        }

        @Override
        public void onTimer(long time, OnTimerContext context, Collector<Void> out) throws Exception {
            var row = rows.value();
            // At the end of its input Flink fires all timers there are.
            if (row == null || time > end || Rule.due(row) * 1_000L != time) {
                return;
            }
            if (!rule.passed(context.getCurrentKey(), row, (int) (time / 1_000) + 1)) {
                rows.clear();
                return;
            }
            rows.update(row);
            if (Rule.due(row) != Rule.NEVER) {
                context.timerService().registerEventTimeTimer(Rule.due(row) * 1_000L);
            }
        }
    }
}
