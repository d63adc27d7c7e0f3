/** Plays the simulation against a running platform through its public API. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.drive;
