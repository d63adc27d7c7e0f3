package io.waypost.cluster.command;

import io.waypost.cluster.job.WatchJob;
import io.waypost.cluster.timeline.FollowerSettings;
import io.waypost.cluster.timeline.TimelineFollower;
import io.waypost.cluster.timeline.TimelineServer;
import io.waypost.cluster.topic.Heartbeats;
import io.waypost.cluster.topic.Partitioning;
import io.waypost.cluster.topic.Topics;
import io.waypost.watch.host.TimelineSettings;
import io.waypost.watch.timeline.TimelinePlan;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The commands that need no input. */
public final class Services {

    /** What stays in memory of a partition before it goes to disk, about 40 bytes a scan. */
    private static final int SEAL_EVENTS = 500_000;
    private static final Duration SEAL_EVERY = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private Services() {}

    /** Makes the topics. */
    public static void topics(Options options) throws Exception {
        var kafka = options.kafka();
        var names = options.names();
        var clock = options.maybe("clock");
        if (clock != null && !clock.equals("broker") && !clock.equals("writers")) {
            throw new Misuse("--clock takes broker or writers, not %s.".formatted(clock));
        }
        var plan = new Topics.Plan(new Partitioning(options.number("partitions", 16)),
                (short) options.number("replicas", 3), Duration.ofDays(options.number("kept-days", 14)),
                !"writers".equals(clock));
        options.end();
        Topics.create(kafka, names, plan);
    }

    /** Runs the job: on the cluster that it was submitted to, or else on a small one in this process. */
    public static void job(Options options) throws Exception {
        var kafka = options.kafka();
        var names = options.names();
        var remembered = Duration.ofDays(options.number("remembered-days", 15));
        int sweepSeconds = options.number("sweep-seconds", 1);
        var settings = settings(options);
        options.end();
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        new WatchJob(kafka, names, Topics.partitioning(kafka, names), remembered, sweepSeconds).build(environment);
        environment.execute("waypost-watch");
    }

    /** Keeps timelines and serves them until it is stopped, or cannot go on. */
    public static void timelines(Options options) throws Exception {
        var kafka = options.kafka();
        var names = options.names();
        var kept = Duration.ofDays(options.number("kept-days", 90));
        var folder = Path.of(options.text("folder"));
        var which = options.maybe("partitions");
        var host = options.maybe("address");
        var address = new InetSocketAddress(host == null ? "127.0.0.1" : host, options.number("port", 8090));
        var token = token(options.maybe("token-file"));
        options.end();
        var partitions = partitions(which, Topics.partitioning(kafka, names).count());
        var settings = new FollowerSettings(folder,
                new TimelineSettings(kept, SEAL_EVENTS, TimelinePlan.defaults()), SEAL_EVERY);
        try (var follower = TimelineFollower.open(kafka, names, partitions, settings);
                var server = new TimelineServer(follower, address, token)) {
            var stopped = stopped();
            System.out.printf("Timelines of partitions %s at port %d; Ctrl-C stops.%n", partitions, server.port());
            while (follower.follows() && stopped.getCount() > 0) {
                boolean _ = stopped.await(1, TimeUnit.SECONDS);
            }
            if (stopped.getCount() > 0) {
                throw new IllegalStateException(follower.trouble());
            }
        }
    }

    /** Moves time on in every partition until it is stopped. */
    public static void heartbeats(Options options) throws Exception {
        var kafka = options.kafka();
        var names = options.names();
        var every = Duration.ofSeconds(options.number("every-seconds", 1));
        options.end();
        try (var heartbeats = new Heartbeats(kafka, names, Services::now)) {
            while (true) {
                try {
                    heartbeats.beat().join();
                    Thread.sleep(every);
                } catch (CompletionException e) {
                    System.err.println("A heartbeat was not taken, the next one is tried: " + e.getCause());
                    Thread.sleep(RETRY);
                }
            }
        }
    }

    static int now() {
        return Math.toIntExact(Instant.now().getEpochSecond());
    }

    /** The partitions that were named, such as {@code 0-7}, or all. */
    static List<Integer> partitions(@Nullable String named, int count) {
        if (named == null) {
            return IntStream.range(0, count).boxed().toList();
        }
        var ends = named.split("-", 2);
        try {
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            if (first >= 0 && first <= last && last < count) {
                return IntStream.rangeClosed(first, last).boxed().toList();
            }
        } catch (NumberFormatException _) {
            // It is refused as one that is out of range would be.
        }
        throw new Misuse(
                "--partitions takes a number or a range within 0-%d, not %s.".formatted(count - 1, named));
    }

    private static Configuration settings(Options options) {
        var settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL,
                Duration.ofSeconds(options.number("checkpoint-seconds", 10)));
        settings.set(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        // Frames wait for nothing that a barrier could overtake with profit, and raw keyed state is written when it is reached.
        settings.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        var folder = options.maybe("checkpoints");
        if (folder != null) {
            settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder);
        }
        var from = options.maybe("from");
        if (from != null) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, from);
        }
        if (options.maybe("parallelism") != null) {
            settings.set(CoreOptions.DEFAULT_PARALLELISM, options.number("parallelism", 1));
        }
        return settings;
    }

    private static @Nullable String token(@Nullable String file) throws Exception {
        if (file == null) {
            return null;
        }
        var token = Files.readString(Path.of(file)).strip();
        if (token.length() < 16) {
            throw new Misuse("The token in %s has fewer than 16 characters.".formatted(file));
        }
        return token;
    }

    private static CountDownLatch stopped() {
        var stopped = new CountDownLatch(1);
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            try {
                // What is in memory goes to disk before the process ends.
                main.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return stopped;
    }
}
