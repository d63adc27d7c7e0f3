package io.waypost.cluster.job;

import io.waypost.cluster.Broker;
import io.waypost.cluster.MadeUpLog;
import io.waypost.cluster.topic.TopicNames;
import io.waypost.cluster.topic.Topics;
import io.waypost.watch.host.WatchFinding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Environments that run a job on a small cluster of Flink in this process. */
final class Flink {

    private Flink() {}

    static StreamExecutionEnvironment environment(int parallelism, Path folder, @Nullable String savepoint) {
        var settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(150));
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("checkpoints").toUri().toString());
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(20));
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
        if (savepoint != null) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        return StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
    }

    static WatchJob job(TopicNames names) throws InterruptedException {
        return new WatchJob(Broker.kafka(), names, Topics.partitioning(Broker.kafka(), names), MadeUpLog.REMEMBERED,
                60);
    }

    /** Findings of another host as the job would write them. */
    static List<String> json(MadeUpLog log, List<WatchFinding> findings) {
        var book = log.book();
        return findings.stream()
                .map(finding -> new String(FindingJson.of(finding, book), StandardCharsets.UTF_8)).toList();
    }
}
