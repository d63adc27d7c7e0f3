package io.waypost.core.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of units makes of the tree: which are new, changed or moved, and every path; or all that is wrong with it.
 *
 * <p>The order of the list does not matter. Units that it does not name stay as they are.
 *
 * @param flaws what is wrong; nothing may be written unless this is empty
 * @param moves in an order in which the prefixes can be replaced one after the other
 */
public record TreePlan(
        List<Flaw> flaws,
        List<Placed> created,
        List<Placed> updated,
        int unchanged,
        List<Move> moves) {

    /** A unit with its path. */
    public record Placed(UnitDraft unit, String path) {}

    /** A unit that goes elsewhere with everything below it. */
    public record Move(String oldPath, String newPath) {}

    /** A unit that is wanted, with the number of its row. */
    public record Wanted(int row, UnitDraft unit) {}

    /**
     * Plans the list.
     *
     * @param existing the tree as it is, with paths
     * @param scope the path prefix within which the caller may write; {@code /} = everywhere
     */
    public static TreePlan of(Map<String, Placed> existing, List<Wanted> wanted, String scope) {
        return new Planner(existing, wanted, scope).plan();
    }

    private static final class Planner {

        private final Map<String, Placed> existing;
        private final List<Wanted> wanted;
        private final String scope;
        private final Map<String, UnitDraft> merged = new HashMap<>();
        private final Map<String, Integer> rows = new LinkedHashMap<>();
        private final Map<String, Optional<String>> paths = new HashMap<>();
        private final List<Flaw> flaws = new ArrayList<>();

        Planner(Map<String, Placed> existing, List<Wanted> wanted, String scope) {
            this.existing = existing;
            this.wanted = wanted;
            this.scope = scope;
            existing.forEach((code, placed) -> merged.put(code, placed.unit()));
        }

        TreePlan plan() {
            for (var each : wanted) {
                if (rows.putIfAbsent(each.unit().code(), each.row()) == null) {
                    merged.put(each.unit().code(), each.unit());
                } else {
                    flaw(each.row(), "code", each.unit().code(), "DUPLICATE",
                            "The code stands in row %d already.".formatted(rows.get(each.unit().code())));
                }
            }
            merged.values().forEach(this::checkPlace);
            rows.forEach((code, row) -> checkReach(row, unit(code)));
            if (!flaws.isEmpty()) {
                flaws.sort(Comparator.comparingInt(Flaw::row));
                return new TreePlan(List.copyOf(flaws), List.of(), List.of(), 0, List.of());
            }
            return sorted();
        }

        private TreePlan sorted() {
            var created = new ArrayList<Placed>();
            var updated = new ArrayList<Placed>();
            var moves = new ArrayList<Move>();
            int unchanged = 0;
            for (var code : rows.keySet()) {
                var placed = new Placed(unit(code), path(code).orElseThrow());
                var before = existing.get(code);
                if (before == null) {
                    created.add(placed);
                } else if (before.unit().equals(placed.unit())) {
                    unchanged++;
                } else {
                    updated.add(placed);
                    if (!Objects.equals(before.unit().parent(), placed.unit().parent())) {
                        moves.add(new Move(before.path(), placed.path()));
                    }
                }
            }
            created.sort(Comparator.comparing(Placed::path));
            // The deepest first: what has moved is never below the old place of what moves after it.
            moves.sort(Comparator.comparingInt((Move move) -> move.oldPath().length()).reversed());
            return new TreePlan(List.of(), created, updated, unchanged, moves);
        }

        private void checkPlace(UnitDraft unit) {
            int row = rowOf(unit);
            if (row < 0) {
                return;
            }
            if (unit.parent() == null) {
                checkRoot(row, unit);
                return;
            }
            var parent = merged.get(unit.parent());
            if (parent == null) {
                flaw(row, "parent", unit.parent(), "UNKNOWN_PARENT",
                        "Name a unit of the tree, or one of another row.");
            } else if (!unit.kind().parents().contains(parent.kind())) {
                flaw(row, "parent", unit.parent(), "KIND_NOT_BELOW",
                        "A unit of kind %s cannot stand below %s, which is of kind %s.".formatted(unit.kind(),
                                parent.code(), parent.kind()));
            } else if (path(unit.code()).isEmpty() && isOnCycle(unit)) {
                flaw(row, "parent", unit.parent(), "CYCLE", "The unit would stand below itself.");
            }
        }

        /** The row to blame: the unit's own, else that of the parent whose kind it no longer fits; none for the rest. */
        private int rowOf(UnitDraft unit) {
            var own = rows.get(unit.code());
            if (own != null) {
                return own;
            }
            return Optional.ofNullable(unit.parent()).map(rows::get).orElse(-1);
        }

        private void checkRoot(int row, UnitDraft unit) {
            if (unit.kind() != UnitKind.HEADQUARTERS) {
                flaw(row, "parent", null, "MISSING", "Only the headquarters stands below nothing.");
            } else if (merged.values().stream().filter(other -> other.parent() == null).count() > 1) {
                flaw(row, "kind", unit.kind().name(), "SECOND_HEADQUARTERS", "There is one headquarters only.");
            }
        }

        private void checkReach(int row, UnitDraft unit) {
            var before = existing.get(unit.code());
            boolean reached = path(unit.code()).map(this::reaches).orElse(true)
                    && (before == null || reaches(before.path()));
            if (!reached) {
                flaw(row, "code", unit.code(), "OUT_OF_SCOPE", "The unit lies outside of your part of the tree.");
            }
        }

        private boolean reaches(String path) {
            return !scope.isEmpty() && path.startsWith(scope);
        }

        private boolean isOnCycle(UnitDraft unit) {
            var seen = new HashSet<String>();
            var above = unit.parent();
            while (above != null && seen.add(above)) {
                if (above.equals(unit.code())) {
                    return true;
                }
                var next = merged.get(above);
                above = next == null ? null : next.parent();
            }
            return false;
        }

        /** The path from the root; empty where an unknown parent or a cycle lies on the way. */
        private Optional<String> path(String code) {
            return path(code, new HashSet<>());
        }

        private Optional<String> path(String code, Set<String> below) {
            var known = paths.get(code);
            if (known != null) {
                return known;
            }
            var unit = merged.get(code);
            if (unit == null || !below.add(code)) {
                return Optional.empty();
            }
            var above = unit.parent();
            Optional<String> path = above == null
                    ? Optional.of("/" + code + "/")
                    : path(above, below).map(prefix -> prefix + code + "/");
            paths.put(code, path);
            return path;
        }

        private UnitDraft unit(String code) {
            return Objects.requireNonNull(merged.get(code));
        }

        private void flaw(int row, String field, @Nullable String value, String code,
                String message) {
            flaws.add(new Flaw(row, field, value, code, message));
        }
    }
}
