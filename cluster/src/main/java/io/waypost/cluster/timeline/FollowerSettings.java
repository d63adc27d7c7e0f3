package io.waypost.cluster.timeline;

import io.waypost.watch.host.TimelineSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How timelines are kept.
 *
 * @param folder where; another machine may go on with it, but not two at once
 * @param timelines for how long, and how many scans of a partition stay in memory before they go to disk
 * @param sealEvery how long they stay in memory at most: the topic must keep scans for much longer
 */
public record FollowerSettings(Path folder, TimelineSettings timelines, Duration sealEvery) {}
