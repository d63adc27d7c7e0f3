/** Storms that slow whole provinces, some of them announced. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.weather;
