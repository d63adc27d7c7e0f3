/**
 * What kinds of ticket (工单类型) there are and how each is handled (标准作业程序, SOP): stages, who is responsible, how long, what is
 * needed. Data with versions; no I/O, no clock.
 */
@org.jspecify.annotations.NullMarked
package io.waypost.core.sop;
