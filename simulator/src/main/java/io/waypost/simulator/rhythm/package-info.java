/** Hours, weekdays and holidays of the trade, on China's one time zone. */
@org.jspecify.annotations.NullMarked
package io.waypost.simulator.rhythm;
