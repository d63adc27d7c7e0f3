package io.waypost.core.liability;

import io.waypost.core.scan.Scan;
import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation (判定说明), for people.
 *
 * @param scan the scan that it rests on; null for what rests on the standard, on evidence or on a missing scan
 */
public record ReasonStep(String chinese, String english, Scan.@Nullable Identity scan) {}
