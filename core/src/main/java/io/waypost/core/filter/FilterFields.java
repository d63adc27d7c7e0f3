package io.waypost.core.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of the fields that a list may be narrowed by (筛选字段表). Immutable. */
public final class FilterFields {

    private final Map<String, FilterField> byName = new LinkedHashMap<>();

    private FilterFields(List<FilterField> fields) {
        fields.forEach(field -> {
            if (byName.put(field.name(), field) != null) {
                throw new IllegalArgumentException("The field (%s) stands in the table twice.".formatted(field.name()));
            }
        });
    }

    public static FilterFields of(FilterField... fields) {
        return new FilterFields(List.of(fields));
    }

    public Optional<FilterField> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The fields in the order of the table. */
    public List<FilterField> all() {
        return List.copyOf(byName.values());
    }

    String names() {
        return String.join(", ", byName.keySet());
    }
}
