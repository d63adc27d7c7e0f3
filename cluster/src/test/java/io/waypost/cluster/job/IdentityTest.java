package io.waypost.cluster.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.cluster.Broker;
import io.waypost.cluster.MadeUpLog;
import io.waypost.cluster.topic.TopicWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("P3 Flink finds what the embedded engine and the written rule find, whatever fails meanwhile")
class IdentityTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    @CsvSource({"1, 1, 0, 21", "2, 4, 2, 22", "1, 3, 1, 23"})
    void theSameFindings(int parallelism, int partitions, int failures, long seed) throws Exception {
        var log = new MadeUpLog(seed, 400);
        var expected = Flink.json(log, log.expected(folder.resolve("engine")));
        assertThat(expected).hasSizeGreaterThan(80).doesNotHaveDuplicates();
        var names = Broker.network(partitions);
        try (var writer = new TopicWriter(Broker.kafka(), names, log.clock::get)) {
            log.describe(writer);
            log.write(writer, 0, log.size());
            log.finish(writer);
        }
        Failing.toCome.set(failures);
        var environment = Flink.environment(parallelism, folder, null);
        Flink.job(names).build(environment, source -> source.setBounded(OffsetsInitializer.latest()),
                failures == 0
                        ? UnaryOperator.identity()
                        : frames -> frames.map(new Failing()).returns(Types.POJO(Frame.class)));
        environment.execute();
        var found = Broker.texts(names.findings(), partitions);
        assertThat(Failing.toCome.get()).as("failures that did not come").isLessThanOrEqualTo(0);
        assertThat(found.stream().distinct().toList()).containsExactlyInAnyOrderElementsOf(expected);
    }
}
