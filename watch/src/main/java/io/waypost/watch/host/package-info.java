/** The embedded host of the watch (内嵌引擎): threads that carry shards over the log, and what they need to begin where they stopped. */
@org.jspecify.annotations.NullMarked
package io.waypost.watch.host;
