/** The network (网络): its units in real places, its staff, and both as the CSV that the platform imports. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.network;
