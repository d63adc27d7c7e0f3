import com.sun.management.OperatingSystemMXBean;
import io.waypost.cluster.job.WatchJob;
import io.waypost.cluster.topic.Partitioning;
import io.waypost.cluster.topic.Readers;
import io.waypost.cluster.topic.TopicNames;
import io.waypost.cluster.topic.TopicWriter;
import io.waypost.cluster.topic.Topics;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.watch.host.EngineSettings;
import io.waypost.watch.host.ReplayDebt;
import io.waypost.watch.host.TimelineSettings;
import io.waypost.watch.host.WatchEngine;
import io.waypost.watch.host.WatchFinding;
import io.waypost.watch.log.LogSettings;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.TopicPartition;

/**
 * One host of the watch on one log, each in a process of its own so that its processor time is its own; prints a figure a line: name, tab,
 * value. Arguments: write, flink or engine; Kafka; folder; parcels; workers.
 */
final class FlinkBench {

    private static final int PARTITIONS = 4;
    private static final Duration REMEMBERED = Duration.ofDays(15);
    private static final TopicNames NAMES = TopicNames.of("bench");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final Properties kafka = new Properties();
    private final Path folder;
    private final Scans made;
    private final int workers;
    private final AtomicInteger clock;
    private long scans;

    private FlinkBench(String[] arguments) {
        kafka.put("bootstrap.servers", arguments[1]);
        folder = Path.of(arguments[2]);
        made = new Scans(Integer.parseInt(arguments[3]));
        workers = Integer.parseInt(arguments[4]);
        clock = new AtomicInteger(made.start());
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new FlinkBench(arguments);
        switch (arguments[0]) {
            case "write" -> bench.write();
            case "flink" -> bench.flink();
            case "engine" -> bench.engine();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** The log as a topic; it is read by Flink later, as fast as it can. */
    private void write() throws Exception {
        Topics.create(kafka, NAMES, new Topics.Plan(new Partitioning(PARTITIONS), (short) 1, Duration.ofDays(36_500), false));
        try (var writer = new TopicWriter(kafka, NAMES, clock::get)) {
            writer.sites(made.sites);
            for (var lane : made.lanes) {
                writer.lane(lane);
            }
            writer.limits(DefaultLimits.table());
            feed(batch -> {
                writer.append(batch).join();
                return 0;
            }, second -> {
                clock.set(second);
                writer.heartbeat().join();
            });
            clock.set(made.end());
            writer.heartbeat().join();
        }
        say("scans", scans);
    }

    private void flink() throws Exception {
        var settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("checkpoints").toUri().toString());
        var environment = StreamExecutionEnvironment.createLocalEnvironment(workers, settings);
        new WatchJob(kafka, NAMES, Topics.partitioning(kafka, NAMES), REMEMBERED, 60).buildUntilNow(environment);
        measure(() -> environment.execute());
        Set<String> ids = ConcurrentHashMap.newKeySet();
        var partitions = IntStream.range(0, PARTITIONS).mapToObj(each -> new TopicPartition(NAMES.findings(), each)).toList();
        try (var reader = Readers.of(kafka, partitions)) {
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> reader.position(each) < ends.get(each))) {
                reader.poll(Duration.ofMillis(200)).forEach(each -> {
                    var matcher = ID.matcher(new String(each.value(), StandardCharsets.UTF_8));
                    if (matcher.find()) {
                        ids.add(matcher.group(1));
                    }
                });
            }
        }
        say(ids);
    }

    private void engine() throws Exception {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        var settings = new EngineSettings(Files.createDirectories(folder.resolve("engine")), workers, REMEMBERED, 60, ReplayDebt.defaults(),
                TimelineSettings.defaults(), LogSettings.defaults());
        try (var engine = WatchEngine.open(settings, found -> found.forEach(each -> ids.add(id(each))), clock::get)) {
            for (var site : made.sites) {
                engine.site(site);
            }
            for (var lane : made.lanes) {
                engine.lane(lane);
            }
            engine.limits(DefaultLimits.table());
            measure(() -> {
                feed(engine::append, clock::set);
                clock.set(made.end());
                long last = engine.heartbeat();
                engine.awaitDurable(last);
                for (int i = 0; i < 1_000; i++) {
                    engine.look(made.key(i), last).get();
                }
            });
        }
        say("scans", scans);
        say(ids);
    }

    private static String id(WatchFinding finding) {
        var cause = finding.cleared();
        return "%d.%s.%d".formatted(finding.key(), cause == null ? finding.kind().name() : "CLEARED_" + cause.name(), finding.at());
    }

    private interface Step<T> {

        void take(T what) throws Exception;
    }

    private interface Work {

        void run() throws Exception;
    }

    private void feed(Feed.Sender send, Step<Integer> minute) throws Exception {
        var feed = new Feed(send, made, clock) {
            @Override
            public void minute(int second) throws Exception {
                super.minute(second);
                minute.take(second);
            }
        };
        made.forEach(feed);
        scans = feed.scans;
    }

    private static void measure(Work work) throws Exception {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        say("wall seconds", (System.nanoTime() - wall) / 1e9);
        say("cpu seconds", (machine.getProcessCpuTime() - cpu) / 1e9);
    }

    /** How many, and a sum that does not depend on their order. */
    private static void say(Set<String> ids) {
        say("findings", ids.size());
        long digest = 0;
        for (var id : ids) {
            long hash = 0;
            for (int i = 0; i < id.length(); i++) {
                hash = (hash ^ id.charAt(i)) * 0x9e3779b97f4a7c15L;
                hash ^= hash >>> 29;
            }
            digest += hash;
        }
        // As a text: a number of JavaScript would not hold it.
        System.out.printf("digest\t%s%n", Long.toHexString(digest));
    }

    private static void say(String name, double value) {
        System.out.printf("%s\t%.2f%n", name, value);
    }
}
