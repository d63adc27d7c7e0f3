/** The watch over one part of all parcels: the rule of {@code core.watch} carried over the rows of a table. */
@org.jspecify.annotations.NullMarked
package io.waypost.watch.shard;
