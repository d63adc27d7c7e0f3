package io.waypost.watch.log;

/**
 * How far a log is durable.
 *
 * @param lsn     number of the last durable frame, 0 if none
 * @param segment first number of the segment that holds it
 * @param offset  where the durable bytes of that segment end
 */
record Position(long lsn, long segment, long offset) {}
