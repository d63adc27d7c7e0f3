/** The frames of protocol v1: what they are, read from JSON and written to it. */
@org.jspecify.annotations.NullMarked
package io.waypost.chat.frame;
