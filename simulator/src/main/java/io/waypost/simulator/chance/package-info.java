/** Randomness that is the same for the same seed and keys, in whatever order it is asked for. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.chance;
