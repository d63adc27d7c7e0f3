package io.waypost.app.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** The two tables as a reader sees them, read without the code that is tested. */
final class AccessTables {

    private AccessTables() {}

    /** The permission by "METHOD /path". */
    static Map<String, String> routes() {
        var routes = new TreeMap<String, String>();
        rows("routes.csv").forEach(row -> routes.put(row.get(0) + " " + row.get(1), row.get(2)));
        return routes;
    }

    /** The permissions by role; "self" is everybody's. */
    static Map<String, Set<String>> roles() {
        var roles = new TreeMap<String, Set<String>>();
        rows("roles.csv").forEach(row -> {
            var granted = roles.computeIfAbsent(row.get(0), _ -> new HashSet<>(Set.of("self")));
            granted.addAll(List.of(row.get(1).split(" ", -1)));
        });
        return roles;
    }

    private static List<List<String>> rows(String file) {
        try {
            return new ClassPathResource("access/" + file).getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
