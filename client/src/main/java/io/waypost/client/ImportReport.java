package io.waypost.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of importing the organisation tree or people; with any error nothing was written. */
public record ImportReport(boolean dryRun, int rows, int created, int updated, int unchanged, List<RowError> errors) {

    public ImportReport {
        errors = List.copyOf(errors);
    }

    /** One wrong cell, by row. */
    public record RowError(int row, @Nullable String field, @Nullable String value, String code,
            @Nullable String message) {}
}
