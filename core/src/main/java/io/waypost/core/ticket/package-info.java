/** The life of a ticket (工单): states, commands, decisions and time limits. No I/O, no clock. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.ticket;
