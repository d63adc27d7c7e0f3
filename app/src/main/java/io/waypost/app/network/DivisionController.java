package io.waypost.app.network;

import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** China's administrative divisions (行政区划) for forms and maps. */
@RestController
class DivisionController {

    private final Divisions divisions = Divisions.china();

    record View(String code, String name, @Nullable String parent, int level) {}

    @GetMapping("/api/v1/network/divisions")
    List<View> list(@RequestParam(defaultValue = "2") int level,
            @RequestParam(required = false) @Nullable String parent) {
        var wanted = parent == null || parent.isBlank()
                ? divisions.provinces().stream().flatMap(province -> downTo(province, level))
                : divisions.resolve(parent).stream().flatMap(above -> downTo(above, level).skip(1));
        return wanted.filter(division -> !division.grouping()).map(this::view).toList();
    }

    private Stream<Division> downTo(Division division, int level) {
        var below = division.level() < level
                ? divisions.children(division.code()).stream().flatMap(child -> downTo(child, level))
                : Stream.<Division>empty();
        return Stream.concat(Stream.of(division), below);
    }

    private View view(Division division) {
        return new View(division.code(), division.name(), divisions.parentCode(division).orElse(null),
                division.level());
    }
}
