package io.waypost.app.scan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of what was sent: its fields as text, members of inner objects as {@code sender.name}; null where it could not be read.
 *
 * @param number counted from 1
 */
record Line(long number, @Nullable Map<String, String> fields) {}
