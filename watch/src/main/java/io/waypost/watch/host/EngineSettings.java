package io.waypost.watch.host;

import io.waypost.watch.log.LogSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the engine works.
 *
 * @param folder everything it keeps
 * @param workers threads that carry the shards; what is found does not depend on it
 * @param remembered how long after its last scan a parcel is remembered of which nothing more is expected
 * @param sweepEvery seconds of arrival after which deadlines are looked at again; what is found does not depend on it
 * @param replayDebt how much may have to be read again for a shard before it is written down
 * @param timelines how timelines are kept
 * @param log how the log is written
 */
public record EngineSettings(Path folder, int workers, Duration remembered, int sweepEvery, ReplayDebt replayDebt,
        TimelineSettings timelines, LogSettings log) {

    /** Checks the figures. */
    public EngineSettings {
        require(workers >= 1 && workers <= 128, "workers (%s) must be 1 to 128.", workers);
        require(!remembered.isNegative(), "remembered (%s) must not be negative.", remembered);
        require(sweepEvery >= 1, "sweepEvery (%s) must be at least 1.", sweepEvery);
        require(replayDebt.frames() >= 1 && replayDebt.bytes() >= 1,
                "replayDebt (%s) must be at least a frame and a byte.", replayDebt);
    }

    /** One worker a processor, 15 days of memory, a look each second, the usual debt. */
    public static EngineSettings in(Path folder) {
        return new EngineSettings(folder, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 128),
                Duration.ofDays(15), 1, ReplayDebt.defaults(), TimelineSettings.defaults(), LogSettings.defaults());
    }

    private static void require(boolean holds, String message, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(value));
        }
    }
}
