/** Calendars: statutory holidays (法定节假日), make-up days (调休), and working time (工作时间) counted by them. No I/O, no clock. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.calendar;
