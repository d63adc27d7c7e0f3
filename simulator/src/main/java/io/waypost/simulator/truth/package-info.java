/** What really happened to each parcel, and how well warnings match it. Pure. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.truth;
