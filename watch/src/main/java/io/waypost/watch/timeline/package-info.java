/** Timelines of parcels in compressed columns. */
@org.jspecify.annotations.NullMarked
package io.waypost.watch.timeline;
