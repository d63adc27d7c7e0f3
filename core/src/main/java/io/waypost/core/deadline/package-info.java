/**
 * The two clocks of a case (工单双时钟): the internal one, which counts working time and can be paused, and the statutory one,
 * which counts calendar days and never stops. Both are computed from what happened. No I/O, no clock.
 */
@org.jspecify.annotations.NullMarked
package io.waypost.core.deadline;
