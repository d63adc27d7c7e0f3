/** A courier network and its customers as a program; deterministic by seed, and it knows the truth of each parcel. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator;
