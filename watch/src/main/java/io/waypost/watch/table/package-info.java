/** What the watch remembers of each parcel, off the heap, with deadlines and snapshots. */
@org.jspecify.annotations.NullMarked
package io.waypost.watch.table;
