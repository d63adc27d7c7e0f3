package io.waypost.app.network;

import io.waypost.core.network.TreePlan.Placed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The whole tree and its closures as they stood at one revision. Immutable. */
final class NetworkPicture {

    private final long revision;
    private final List<Unit> all;
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<String, List<Unit>> children = new HashMap<>();
    private final Map<String, List<Closure>> closures = new HashMap<>();

    /** @param all every unit, parents before children */
    NetworkPicture(long revision, List<Unit> all, List<Closure> closures) {
        this.revision = revision;
        this.all = List.copyOf(all);
        for (var unit : all) {
            byCode.put(unit.code(), unit);
            if (unit.parentCode() != null) {
                children.computeIfAbsent(unit.parentCode(), _ -> new ArrayList<>()).add(unit);
            }
        }
        closures.forEach(closure -> this.closures.computeIfAbsent(closure.unitCode(), _ -> new ArrayList<>())
                .add(closure));
    }

    long revision() {
        return revision;
    }

    List<Unit> all() {
        return all;
    }

    Optional<Unit> unit(@Nullable String code) {
        return Optional.ofNullable(code).map(byCode::get);
    }

    /** The tree as the rules of the tree take it. */
    Map<String, Placed> placed() {
        var placed = new HashMap<String, Placed>();
        all.forEach(unit -> placed.put(unit.code(), new Placed(unit.draft(), unit.path())));
        return placed;
    }

    List<Unit> ancestors(String code) {
        var line = new ArrayList<Unit>();
        var above = unit(code).flatMap(unit -> unit(unit.parentCode()));
        while (above.isPresent()) {
            line.addFirst(above.get());
            above = unit(above.get().parentCode());
        }
        return List.copyOf(line);
    }

    List<Unit> children(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    List<Closure> closures(String code, Instant from, Instant until) {
        if (closures.isEmpty()) {
            return List.of();
        }
        var line = new ArrayList<>(ancestors(code));
        unit(code).ifPresent(line::add);
        return line.stream()
                .flatMap(unit -> closures.getOrDefault(unit.code(), List.of()).stream())
                .filter(closure -> closure.from().isBefore(until) && from.isBefore(closure.until()))
                .sorted(Comparator.comparing(Closure::from))
                .toList();
    }
}
