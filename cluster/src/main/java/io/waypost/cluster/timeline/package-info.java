/** Timelines of parcels kept from the topic, and asked for by HTTP. */
@org.jspecify.annotations.NullMarked
package io.waypost.cluster.timeline;
