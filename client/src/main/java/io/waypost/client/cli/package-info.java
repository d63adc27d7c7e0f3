/** The {@code waypost} command. */
@org.jspecify.annotations.NullMarked
package io.waypost.client.cli;
