package io.waypost.cluster.topic;

import java.io.Serializable;

/**
 * What the topics are called.
 *
 * @param scans the log: frames, by shard
 * @param book what concerns all parcels, by what it tells of; compacted
 * @param findings what the job finds
 */
public record TopicNames(String scans, String book, String findings) implements Serializable {

    /** Those of a network, or of a test, by what their names begin with. */
    public static TopicNames of(String prefix) {
        return new TopicNames(prefix + "-scans", prefix + "-book", prefix + "-findings");
    }
}
