/** Delay early warning (时效预警): when a parcel will be delivered, and how likely it misses what was promised. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.delay;
