package io.waypost.app.export;

import io.waypost.app.kernel.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be exported (可导出列表). A feature declares a bean of this type.
 *
 * <p>Every call is made as the person who asked for the export, never as the platform: rows outside of their reach do not exist
 * for it. Thread-safe.
 */
public interface ExportSource {

    /** The name of the list in the API, such as {@code tickets}. */
    String list();

    /** What somebody must be allowed to do who exports it. */
    Permission permission();

    /** Its columns, in the order of the list. */
    List<Column> columns(Locale locale);

    /**
     * How many rows it has now, counted no further than {@code most}.
     *
     * @param query what narrows the list, as its route takes it
     * @throws io.waypost.app.kernel.Refusal if the question is not one of this list
     */
    long count(Map<String, String> query, long most);

    /** The rows after a place, at most {@code limit}; each with a cell for every column of {@link #columns}. */
    Rows rows(Map<String, String> query, Locale locale, @Nullable String after, int limit);

    /** A column. */
    record Column(String key, String title) {}

    /**
     * Some rows of the list.
     *
     * @param next the place behind the last of them; null at the end
     */
    record Rows(List<List<Cell>> rows, @Nullable String next) {

        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
