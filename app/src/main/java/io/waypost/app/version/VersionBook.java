package io.waypost.app.version;

import io.waypost.app.kernel.Refusal;
import java.util.List;
import java.util.function.Function;

/**
 * Which rules are kept as versions.
 *
 * @param schema of the database; it has a table {@code version} with the columns that the folder {@code db/migration/claim} shows
 * @param type what a version says, as JSON
 * @param subject how the audit trail and open pages call it, in capitals
 * @param flaws everything that keeps a version from being approved
 */
public record VersionBook<T>(String schema, Class<T> type, String subject, Function<T, List<Refusal.Field>> flaws) {

    /** @throws IllegalArgumentException where the schema is no plain name: it becomes part of statements */
    public VersionBook {
        if (!schema.matches("[a-z_]{1,40}")) {
            throw new IllegalArgumentException("'%s' is no schema".formatted(schema));
        }
    }
}
