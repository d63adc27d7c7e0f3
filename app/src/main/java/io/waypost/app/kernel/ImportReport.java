package io.waypost.app.kernel;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or on a dry run would do.
 *
 * @param errors everything that is wrong, by row; where there is any, nothing was written
 */
public record ImportReport(boolean dryRun, int rows, int created, int updated, int unchanged, List<Fault> errors) {

    public ImportReport {
        errors = errors.stream().sorted(Comparator.comparingInt(Fault::row)).toList();
    }

    /**
     * One wrong value.
     *
     * @param row as the user's program counts it: 1 is the row with the names of the columns
     */
    public record Fault(int row, String field, @Nullable String value, String code, String message) {}

    /** The report of a file that was refused. */
    public static ImportReport refused(boolean dryRun, int rows, List<Fault> errors) {
        return new ImportReport(dryRun, rows, 0, 0, 0, errors);
    }
}
