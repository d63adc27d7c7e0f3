/** Parcels: who sends what to whom, and the life of each, step by step. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.parcel;
