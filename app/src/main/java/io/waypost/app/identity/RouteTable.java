package io.waypost.app.identity;

import io.waypost.app.kernel.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every route of the API with the permission it asks for: the table {@code access/routes.csv}. Immutable. */
@Component
final class RouteTable {

    /** The largest body where the table says nothing. */
    static final DataSize USUAL_BODY = DataSize.ofMegabytes(1);

    private final List<Route> routes = new ArrayList<>();

    /**
     * One row.
     *
     * @param needs what the caller must be allowed; empty = public
     */
    record Route(String method, PathPattern path, Optional<Permission> needs, DataSize body) {

        boolean matches(String wanted, PathContainer at) {
            return method.equals(wanted) && path.matches(at);
        }
    }

    RouteTable() {
        for (var row : AccessTable.rows("routes.csv")) {
            routes.add(new Route(
                    row.getFirst(),
                    PathPatternParser.defaultInstance.parse(row.get(1)),
                    needs(row.get(2)),
                    row.size() > 3 && !row.get(3).isBlank() ? DataSize.parse(row.get(3)) : USUAL_BODY));
        }
        // The most specific first, as the handlers are chosen: /tickets/counts before /tickets/{id}.
        routes.sort(Comparator.comparing(Route::path, PathPattern.SPECIFICITY_COMPARATOR));
    }

    private static Optional<Permission> needs(String code) {
        if (code.equals("public")) {
            return Optional.empty();
        }
        return Optional.of(Permission.of(code).orElseThrow(() -> new IllegalStateException(
                "routes.csv asks for the permission %s, which does not exist.".formatted(code))));
    }

    List<Route> routes() {
        return List.copyOf(routes);
    }

    /** The row that decides about the request; empty where no row does, which means no. */
    Optional<Route> find(HttpServletRequest request) {
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return routes.stream().filter(route -> route.matches(method, path)).findFirst();
    }
}
