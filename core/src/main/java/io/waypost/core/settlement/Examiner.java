package io.waypost.core.settlement;

import java.util.UUID;

/**
 * Somebody who decides about claims.
 *
 * @param limitFen up to how much they may say yes alone; 0 where they may examine only
 */
public record Examiner(UUID id, long limitFen) {}
