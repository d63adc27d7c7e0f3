package io.waypost.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Permission;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("N2 the table of routes and the code say the same")
class RouteTableTest {

    private final Map<String, HandlerMethod> handlers = new TreeMap<>();

    RouteTableTest(List<RequestMappingHandlerMapping> mappings) {
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach(this::add));
    }

    private void add(RequestMappingInfo info, HandlerMethod handler) {
        for (var path : info.getPatternValues()) {
            for (var method : info.getMethodsCondition().getMethods()) {
                if (path.startsWith("/api") || path.startsWith("/open")) {
                    handlers.put(method + " " + path, handler);
                }
            }
        }
    }

    @Test
    void everyRouteOfTheCodeStandsInTheTable() {
        assertThat(handlers.keySet()).isSubsetOf(AccessTables.routes().keySet());
    }

    @Test
    void everyRouteOfTheTableStandsInTheCode() {
        assertThat(AccessTables.routes().keySet()).isSubsetOf(handlers.keySet());
    }

    @Test
    void theTablesNameOnlyPermissionsThatExist() {
        var known = Set.of(Permission.values()).stream().map(Permission::code).collect(Collectors.toSet());
        known.add("public");
        assertThat(AccessTables.routes().values()).isSubsetOf(known);
        AccessTables.roles().values().forEach(granted -> assertThat(granted).isSubsetOf(known));
    }

    @Test
    void everyPermissionOfATableIsNeededSomewhere() {
        var needed = new HashSet<>(AccessTables.routes().values());
        Arrays.stream(Permission.values()).filter(Permission::isDegree).map(Permission::code).forEach(needed::add);
        AccessTables.roles().values().forEach(granted -> assertThat(needed).containsAll(granted));
    }
}
