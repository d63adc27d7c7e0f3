package io.waypost.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.network.TreePlan.Move;
import io.waypost.core.network.TreePlan.Placed;
import io.waypost.core.network.TreePlan.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("N1 a list of units becomes a tree")
class TreePlanTest {

    private static final List<UnitDraft> TREE = List.of(
            unit("HQ", UnitKind.HEADQUARTERS, null),
            unit("R1", UnitKind.REGION, "HQ"),
            unit("R2", UnitKind.REGION, "HQ"),
            unit("P1", UnitKind.PROVINCE, "R1"),
            unit("C1", UnitKind.CITY, "P1"),
            unit("O1", UnitKind.OUTLET, "C1"));

    @Test
    void theOrderOfTheListDoesNotMatter() {
        var plan = TreePlan.of(Map.of(), wanted(TREE.reversed()), "/");
        assertThat(plan.flaws()).isEmpty();
        assertThat(plan.created()).extracting(Placed::path).containsExactly("/HQ/", "/HQ/R1/", "/HQ/R1/P1/",
                "/HQ/R1/P1/C1/", "/HQ/R1/P1/C1/O1/", "/HQ/R2/");
    }

    @Test
    void theSameListTwiceChangesNothing() {
        var plan = TreePlan.of(existing(TREE), wanted(TREE), "/");
        assertThat(plan.unchanged()).isEqualTo(6);
        assertThat(plan.created()).isEmpty();
        assertThat(plan.updated()).isEmpty();
    }

    @Test
    void movesATreeWithEverythingBelowIt() {
        var plan = TreePlan.of(existing(TREE), wanted(List.of(unit("P1", UnitKind.PROVINCE, "R2"))), "/");
        assertThat(plan.moves()).containsExactly(new Move("/HQ/R1/P1/", "/HQ/R2/P1/"));
        assertThat(plan.updated()).hasSize(1);
    }

    @Test
    void saysEverythingThatIsWrong() {
        var plan = TreePlan.of(existing(TREE), wanted(List.of(
                unit("X1", UnitKind.OUTLET, "NOWHERE"),
                unit("X2", UnitKind.CITY, "O1"),
                unit("X3", UnitKind.OUTLET, null),
                unit("X4", UnitKind.OUTLET, "C1"),
                unit("X4", UnitKind.OUTLET, "C1"),
                unit("HQ2", UnitKind.HEADQUARTERS, null))), "/");
        assertThat(plan.flaws()).extracting(flaw -> flaw.row() + " " + flaw.code()).containsExactly("1 UNKNOWN_PARENT",
                "2 KIND_NOT_BELOW", "3 MISSING", "5 DUPLICATE", "6 SECOND_HEADQUARTERS");
        assertThat(plan.created()).isEmpty();
    }

    @Test
    void findsCyclesAndBlamesOnlyWhoIsOnThem() {
        var plan = TreePlan.of(existing(TREE), wanted(List.of(
                unit("D1", UnitKind.DEPARTMENT, "D3"),
                unit("D2", UnitKind.DEPARTMENT, "D1"),
                unit("D3", UnitKind.DEPARTMENT, "D2"),
                unit("D4", UnitKind.DEPARTMENT, "D3"))), "/");
        assertThat(plan.flaws()).extracting(flaw -> flaw.row() + " " + flaw.code()).containsExactly("1 CYCLE",
                "2 CYCLE",
                "3 CYCLE");
    }

    @Test
    void aUnitWhoseChildrenNoLongerFitIsToBlame() {
        var plan = TreePlan.of(existing(TREE), wanted(List.of(unit("P1", UnitKind.DEPARTMENT, "R1"))), "/");
        assertThat(plan.flaws()).extracting(Flaw::code).containsExactly("KIND_NOT_BELOW");
    }

    @Test
    void nobodyWritesOutsideOfTheirPartOfTheTree() {
        var moveOut = List.of(unit("P1", UnitKind.PROVINCE, "R2"));
        assertThat(TreePlan.of(existing(TREE), wanted(moveOut), "/HQ/R1/").flaws()).extracting(Flaw::code)
                .containsExactly("OUT_OF_SCOPE");
        assertThat(TreePlan.of(existing(TREE), wanted(moveOut), "/HQ/R2/").flaws()).extracting(Flaw::code)
                .containsExactly("OUT_OF_SCOPE");
        assertThat(TreePlan.of(existing(TREE), wanted(moveOut), "").flaws()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void movesAppliedOneAfterTheOtherGiveThePathsOfTheTree(long seed) {
        var random = new Random(seed);
        var before = departments(random, 60);
        var after = new ArrayList<UnitDraft>();
        for (var draft : departments(random, 60)) {
            after.add(draft);
        }
        var plan = TreePlan.of(existing(before), wanted(after), "/");
        assertThat(plan.flaws()).as("seed %d", seed).isEmpty();
        var paths = new HashMap<String, String>();
        existing(before).forEach((code, placed) -> paths.put(code, placed.path()));
        for (var move : plan.moves()) {
            paths.replaceAll((_, path) -> path.startsWith(move.oldPath())
                    ? move.newPath() + path.substring(move.oldPath().length())
                    : path);
        }
        var expected = new HashMap<String, String>();
        existing(after).forEach((code, placed) -> expected.put(code, placed.path()));
        assertThat(paths).as("seed %d", seed).isEqualTo(expected);
    }

    /** A random tree of departments: each below an earlier one of a shuffled list. */
    private static List<UnitDraft> departments(Random random, int count) {
        var codes = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            codes.add("D" + i);
        }
        Collections.shuffle(codes, random);
        var tree = new ArrayList<UnitDraft>(List.of(unit("HQ", UnitKind.HEADQUARTERS, null)));
        for (var code : codes) {
            tree.add(unit(code, UnitKind.DEPARTMENT, tree.get(random.nextInt(tree.size())).code()));
        }
        return tree;
    }

    private static Map<String, Placed> existing(List<UnitDraft> units) {
        var placed = new HashMap<String, Placed>();
        TreePlan.of(Map.of(), wanted(units), "/").created().forEach(each -> placed.put(each.unit().code(), each));
        return placed;
    }

    private static List<Wanted> wanted(List<UnitDraft> units) {
        var rows = new ArrayList<Wanted>();
        for (var unit : units) {
            rows.add(new Wanted(rows.size() + 1, unit));
        }
        return rows;
    }

    private static UnitDraft unit(String code, UnitKind kind, @Nullable String parent) {
        return new UnitDraft(code, "单位" + code, kind, parent, null, null, null, null, null, null, true);
    }

    @Test
    void readsARowAndSaysEverythingThatIsWrongWithIt() {
        var reading = UnitReader.read(7, row("code=坏", "name=", "kind=SHOP", "division=12", "phone=abc",
                "opens=25:00", "active=maybe"), null);
        assertThat(reading.unit()).isEmpty();
        assertThat(reading.flaws()).extracting(flaw -> flaw.field() + " " + flaw.code()).containsExactly("code FORM",
                "name MISSING", "kind UNKNOWN_KIND", "division UNKNOWN_DIVISION", "phone UNREADABLE",
                "opens UNREADABLE",
                "active UNREADABLE");
    }

    @Test
    void aMissingColumnKeepsAndAnEmptyCellEmpties() {
        var before = UnitReader.read(1, row("code=O1", "name=体育西网点", "kind=outlet", "parent=C1", "division=440106",
                "phone=020-38881234", "opens=8:00", "closes=20:30"), null).unit().orElseThrow();
        assertThat(UnitReader.read(2, row("code=O1"), before).unit()).contains(before);
        var emptied = UnitReader.read(2, row("code=O1", "phone=", "opens=", "closes="), before).unit().orElseThrow();
        assertThat(emptied.phone()).isNull();
        assertThat(emptied.opens()).isNull();
        assertThat(emptied.division()).isEqualTo("440106");
    }

    private static Map<String, String> row(String... cells) {
        var row = new HashMap<String, String>();
        Arrays.stream(cells).map(cell -> cell.split("=", 2)).forEach(cell -> row.put(cell[0], cell[1]));
        return row;
    }
}
