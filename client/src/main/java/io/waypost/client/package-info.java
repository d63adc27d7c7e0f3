/** A Java client of the public API, and the {@code waypost} command that stands on it. */
@org.jspecify.annotations.NullMarked
package io.waypost.client;
