package io.waypost.app.stream;

import io.waypost.watch.intake.Taken;

/**
 * What became of a call.
 *
 * @param taken its scans, as they were judged
 * @param repeated whether they had been taken before, so that none was written now
 * @param missing how many calls of its sender have not come, though later ones did; 0 if it gives no numbers
 */
public record StreamTaken(Taken taken, boolean repeated, long missing) {}
