package io.waypost.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holds the calculator against cases that were worked by hand from the law and from contracts; every wrong row is reported. */
@DisplayName("L1 claims worked by hand")
class GoldenClaimsTest {

    private static final int COLUMNS = 10;

    private record Golden(String id, String shows, String source, String worked, String standard, String facts,
            long fen,
            @Nullable Long ceiling, Reason reason, Set<String> rules) {}

    @Test
    void everyWorkedCaseComesOut() {
        var wrong = new ArrayList<String>();
        for (var golden : read()) {
            var result = ClaimCalculator.assess(Standards.named(golden.standard()), FactsText.facts(golden.facts()));
            var rules = rules(result.explanation());
            if (result.amountFen() != golden.fen() || !Objects.equals(result.ceilingFen(), golden.ceiling())
                    || result.reason() != golden.reason() || !rules.equals(golden.rules())) {
                wrong.add("%s (%s): wanted %d up to %s, %s, %s, but got %d up to %s, %s, %s".formatted(golden.id(),
                        golden.shows(), golden.fen(), golden.ceiling(), golden.reason(), golden.rules(),
                        result.amountFen(), result.ceilingFen(), result.reason(), rules));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableIsLongEnoughAndSaysWhereEachCaseComesFrom() {
        var rows = read();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(120);
        assertThat(rows).extracting(Golden::id).doesNotHaveDuplicates();
        assertThat(rows).extracting(Golden::facts).as("a case that differs in nothing shows nothing")
                .satisfies(facts -> {
                    var seen = new HashSet<String>();
                    for (var row : rows) {
                        assertThat(seen.add(row.standard() + " " + row.facts())).as(row.id()).isTrue();
                    }
                });
        assertThat(rows).allSatisfy(row -> assertThat(List.of(row.shows(), row.source(), row.worked()))
                .as(row.id()).noneMatch(String::isBlank));
    }

    @Test
    void everyRuleOfTheDefaultStandardThatCanPayIsShown() {
        var shown = new TreeSet<String>();
        read().forEach(row -> shown.addAll(row.rules()));
        var standard = DefaultClaimStandard.standard();
        var all = new TreeSet<String>();
        List.of(standard.insured(), standard.proven(), standard.unproven(), standard.parts(), standard.counting(),
                standard.totalDelays(), standard.refunds(), standard.exclusions(), standard.contracts())
                .forEach(list -> list.forEach(row -> all.add(row.basis().id())));
        assertThat(shown).containsAll(all);
    }

    /** All that a tree names but the row that says how its sum is rounded. */
    private static Set<String> rules(Explanation explanation) {
        var rules = new TreeSet<String>();
        rules.add(explanation.rule());
        explanation.children().forEach(child -> rules.addAll(rules(child)));
        rules.removeAll(Set.of("", "rounding"));
        return rules;
    }

    private static List<Golden> read() {
        try (var in = GoldenClaimsTest.class.getResourceAsStream("/claims/golden.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .filter(line -> !line.startsWith("#")).map(GoldenClaimsTest::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden row(String line) {
        var cells = line.split(",", -1);
        assertThat(cells).as(line).hasSize(COLUMNS);
        return new Golden(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], Long.parseLong(cells[6]),
                cells[7].isEmpty() ? null : Long.valueOf(cells[7]), Reason.valueOf(cells[8]),
                cells[9].isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(cells[9].split(" "))));
    }
}
