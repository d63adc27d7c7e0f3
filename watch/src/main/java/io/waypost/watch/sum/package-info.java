/** Sums over all scans of the log (汇总): how late they arrived, and what sites had to do. */
@NullMarked
package io.waypost.watch.sum;

import org.jspecify.annotations.NullMarked;
