/** Filters (筛选条件): what a list is narrowed by, checked against a table of fields before anything is asked of a database. No I/O, no clock. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.filter;
