/** The parcel watch on Kafka and Flink, for networks that one machine does not carry. */
@org.jspecify.annotations.NullMarked
package io.waypost.cluster;
