package io.waypost.watch.log;

import static io.waypost.watch.log.LogFixture.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.watch.log.LogFailure.Reason;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The power goes off at any change on disk, also while the log recovers; several times in a row. */
@DisplayName("Power failures")
@Timeout(60)
class PowerLossTest {

    private final AtomicLong tags = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong(1);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasAcknowledgedIsThere(long seed) throws InterruptedException {
        var random = new Random(seed);
        var disk = new FaultyDisk(seed);
        Map<Long, Long> kept = Map.of();
        for (int round = 0; round < 5; round++) {
            disk.powerOffAfter(random.nextInt(80));
            kept = live(disk, kept, random.nextLong());
            disk = random.nextInt(4) == 0 ? disk.afterKill() : disk.afterPowerLoss();
        }
        try (var log = ScanLog.open(disk, SMALL)) {
            requireKept(log, kept);
        }
    }

    /** Opens the log and appends until the power goes; what must be found from now on. */
    private Map<Long, Long> live(FaultyDisk disk, Map<Long, Long> before, long seed) throws InterruptedException {
        var kept = new ConcurrentSkipListMap<>(before);
        try (var log = ScanLog.open(disk, SMALL)) {
            // What was found once must be found again.
            kept.putAll(requireKept(log, before));
            var writers = LongStream.range(seed, seed + 3).mapToObj(each -> Thread.ofPlatform()
                    .start(() -> write(log, new Random(each), kept))).toList();
            for (var writer : writers) {
                writer.join();
            }
            assertThat(log.state()).isEqualTo(LogState.FAILED);
        } catch (LogFailure e) {
            // Refused for lack of power, never for what it found.
            assertThat(e.reason()).as(e.getMessage()).isEqualTo(Reason.DISK_ERROR);
        }
        return kept;
    }

    private void write(ScanLog log, Random random, Map<Long, Long> acknowledged) {
        try {
            while (true) {
                long tag = tags.incrementAndGet();
                long lsn = LogFixture.append(log, tag);
                if (random.nextInt(3) > 0) {
                    log.awaitDurable(lsn);
                    acknowledged.put(lsn, tag);
                }
                if (random.nextInt(30) == 0) {
                    drop(log);
                }
            }
        } catch (LogFailure e) {
            assertThat(e.reason()).isEqualTo(Reason.DISK_ERROR);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void drop(ScanLog log) {
        long limit = log.lastDurableLsn() - 3;
        dropped.accumulateAndGet(limit, Math::max);
        try {
            log.dropBefore(limit);
        } catch (LogFailure e) {
            // The power is off; the next frame tells.
            assertThat(e.reason()).isEqualTo(Reason.DISK_ERROR);
        }
    }

    private Map<Long, Long> requireKept(ScanLog log, Map<Long, Long> kept) {
        var found = new ConcurrentSkipListMap<Long, Long>();
        LogFixture.readAll(log).forEach(frame -> found.put(frame.lsn(), frame.tag()));
        assertThat(log.firstLsn()).isLessThanOrEqualTo(dropped.get());
        assertThat(found.keySet()).containsExactlyElementsOf(
                LongStream.rangeClosed(log.firstLsn(), log.lastDurableLsn()).boxed().toList());
        kept.forEach((lsn, tag) -> {
            if (lsn >= log.firstLsn()) {
                assertThat(found).containsEntry(lsn, tag);
            }
        });
        return found;
    }
}
