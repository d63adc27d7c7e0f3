/** The job of Flink that carries the watch's shards as its state. */
@org.jspecify.annotations.NullMarked
package io.waypost.cluster.job;
