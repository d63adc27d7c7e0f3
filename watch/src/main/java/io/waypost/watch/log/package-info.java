/** The log of scans: what is acknowledged is on disk. */
@org.jspecify.annotations.NullMarked
package io.waypost.watch.log;
