package io.waypost.watch.table;

/**
 * A table read back from a snapshot, and up to where in the log its parcels had been told.
 *
 * @param table the caller's to close
 * @param lsn the number the writer gave
 */
public record LoadedTable(ParcelTable table, long lsn) {}
