/** What the people in the network's units answer when they are asked about a parcel. Pure. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.clerk;
