/** Watching parcels (盯件): which silence is too long, who must act, and whether the warning was right. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.watch;
