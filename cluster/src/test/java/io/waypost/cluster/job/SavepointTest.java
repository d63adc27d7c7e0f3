package io.waypost.cluster.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.cluster.Broker;
import io.waypost.cluster.MadeUpLog;
import io.waypost.cluster.topic.TopicNames;
import io.waypost.cluster.topic.TopicWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("P3 the job goes on from a savepoint with other parallelism, and never over a gap in the topic")
class SavepointTest {

    private static final int PARTITIONS = 3;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void goesOnAndStopsAtAGap() throws Exception {
        var log = new MadeUpLog(41, 300);
        var expected = Flink.json(log, log.expected(folder.resolve("engine")));
        var names = Broker.network(PARTITIONS);
        String savepoint;
        try (var writer = new TopicWriter(Broker.kafka(), names, log.clock::get)) {
            log.describe(writer);
            log.write(writer, 0, log.size() / 2);
            savepoint = runHalf(names);
        }
        // Another writer goes on, and knows what the first one told.
        try (var writer = new TopicWriter(Broker.kafka(), names, log.clock::get)) {
            log.describe(writer, false);
            log.write(writer, log.size() / 2, log.size());
            log.finish(writer);
        }
        // The state of the source says that it has no end, so this run has none either.
        var running = start(names, savepoint, 2);
        await(() -> found(names).size() >= expected.size());
        running.cancel().get();
        assertThat(found(names)).containsExactlyInAnyOrderElementsOf(expected);

        Broker.forget(names.scans(), PARTITIONS);
        assertFails(names, savepoint, "out of range");
        assertFails(names, null, "begins with record");
    }

    private String runHalf(TopicNames names) throws Exception {
        var running = start(names, null, 1);
        await(() -> found(names).size() >= 10);
        return running.stopWithSavepoint(false, folder.resolve("savepoints").toUri().toString(),
                SavepointFormatType.CANONICAL).get();
    }

    private void assertFails(TopicNames names, @Nullable String savepoint, String message) throws Exception {
        var running = start(names, savepoint, 1);
        boolean ended = false;
        try {
            assertThatThrownBy(() -> running.getJobExecutionResult().get(30, TimeUnit.SECONDS)).rootCause()
                    .hasMessageContaining(message);
            ended = true;
        } finally {
            if (!ended) {
                running.cancel().join();
            }
        }
    }

    private JobClient start(TopicNames names, @Nullable String savepoint, int parallelism) throws Exception {
        var environment = Flink.environment(parallelism, folder, savepoint);
        Flink.job(names).build(environment);
        return environment.executeAsync();
    }

    private static List<String> found(TopicNames names) {
        return Broker.texts(names.findings(), PARTITIONS).stream().distinct().toList();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!done.getAsBoolean() && System.nanoTime() < until) {
            Thread.sleep(100);
        }
    }
}
