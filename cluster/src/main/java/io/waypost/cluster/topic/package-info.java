/** The topics of Kafka that stand for the embedded engine's log: how they are cut, made and written. */
@org.jspecify.annotations.NullMarked
package io.waypost.cluster.topic;
