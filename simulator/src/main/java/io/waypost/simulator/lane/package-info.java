/** How parcels get from place to place: routes, departure waves, travel times, and the sorting of hubs. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.lane;
