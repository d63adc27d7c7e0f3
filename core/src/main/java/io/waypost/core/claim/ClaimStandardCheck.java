package io.waypost.core.claim;

import io.waypost.core.claim.ClaimStandard.Fee;
import io.waypost.core.claim.ClaimStandard.Row;
import io.waypost.core.claim.ClaimStandard.TimeFor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds what somebody wrote against what a claim standard may be: every wrong field by its place, with its value and what would be right.
 *
 * <p>What any claim may need has to have rows for everywhere, without a gap from the standard's first day on, and never two for the same
 * thing, place and day.
 */
public final class ClaimStandardCheck {

    private static final int ROWS = 500;
    private static final int NAME = 60;
    private static final int WORDS = 300;
    private static final String ID = "[a-z][a-z0-9.-]{0,59}";
    private static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private final ClaimStandard standard;
    private final Set<String> ids = new HashSet<>();
    private final List<ClaimFlaw> wrong = new ArrayList<>();

    private ClaimStandardCheck(ClaimStandard standard) {
        this.standard = standard;
    }

    /** Everything that is wrong; empty for a standard that may come into force. */
    public static List<ClaimFlaw> flaws(ClaimStandard standard) {
        var check = new ClaimStandardCheck(standard);
        check.head();
        check.rows();
        check.overlaps();
        check.fallbacks();
        check.wrong.addAll(new ClaimRowCheck(standard).flaws());
        return List.copyOf(check.wrong);
    }

    private void head() {
        if (!standard.version().matches(VERSION)) {
            add("version", standard.version(), "FORMAT", "Letters, digits, '.', '_' and '-', such as 2026-1.");
        }
        text("name", standard.name(), NAME);
        if (standard.from() == null) {
            add("from", null, "MISSING", "The first day of posting that the standard answers for.");
        }
    }

    private void rows() {
        bases("insured", standard.insured());
        bases("proven", standard.proven());
        bases("unproven", standard.unproven());
        bases("parts", standard.parts());
        bases("counting", standard.counting());
        bases("totalDelays", standard.totalDelays());
        bases("refunds", standard.refunds());
        bases("exclusions", standard.exclusions());
        bases("contracts", standard.contracts());
        bases("timesToClaim", standard.timesToClaim());
        bases("evidence", standard.evidence());
        bases("rounding", standard.rounding());
    }

    private void bases(String list, List<? extends Row> rows) {
        if (rows.size() > ROWS) {
            add(list, rows.size(), "NUMBER", "At most %d.".formatted(ROWS));
        }
        for (int i = 0; i < rows.size(); i++) {
            basis("%s[%d].basis".formatted(list, i), rows.get(i).basis());
        }
    }

    private void basis(String field, Basis basis) {
        if (!basis.id().matches(ID)) {
            add(field + ".id", basis.id(), "FORMAT", "Small letters, digits, '.' and '-', such as refund.delay.");
        } else if (!ids.add(basis.id())) {
            add(field + ".id", basis.id(), "TWICE", "Each id once in the standard.");
        }
        var from = basis.from();
        var to = basis.to();
        if (from == null) {
            add(field + ".from", null, "MISSING", "The first day of posting to which the row applies.");
        } else if (to != null && to.isBefore(from)) {
            add(field + ".to", to, "SPAN", "Not before %s, or nothing.".formatted(from));
        }
        if (!basis.jurisdiction().equals(Basis.EVERYWHERE) && !ClaimFactsCheck.province(basis.jurisdiction())) {
            add(field + ".jurisdiction", basis.jurisdiction(), "UNKNOWN",
                    "The code of a province, such as 330000, or *.");
        }
        text(field + ".source", basis.source(), WORDS);
        text(field + ".article", basis.article(), WORDS);
    }

    private void overlaps() {
        overlaps("insured", standard.insured(), (_, _) -> true);
        overlaps("proven", standard.proven(), (_, _) -> true);
        overlaps("unproven", standard.unproven(), (_, _) -> true);
        overlaps("parts", standard.parts(), (_, _) -> true);
        overlaps("counting", standard.counting(), (a, b) -> a.circumstance() == b.circumstance());
        overlaps("totalDelays", standard.totalDelays(), (a, b) -> a.distance() == b.distance());
        overlaps("refunds", standard.refunds(), (a, b) -> sameFee(a.fee(), b.fee())
                && a.kinds().stream().anyMatch(b.kinds()::contains));
        overlaps("exclusions", standard.exclusions(), (a, b) -> a.exclusion() == b.exclusion());
        overlaps("contracts", standard.contracts(), (_, _) -> true);
        overlaps("timesToClaim", standard.timesToClaim(), (a, b) -> a.use() == b.use());
        overlaps("rounding", standard.rounding(), (_, _) -> true);
    }

    /** The promise gives back the fee for the carriage, so both would pay the same fee twice. */
    private static boolean sameFee(@Nullable Fee one, @Nullable Fee other) {
        return (one == Fee.EXTRA_NOT_DONE) == (other == Fee.EXTRA_NOT_DONE);
    }

    private <R extends Row> void overlaps(String list, List<R> rows, BiPredicate<R, R> same) {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = rows.get(i).basis();
                var other = rows.get(j).basis();
                if (one.jurisdiction().equals(other.jurisdiction()) && one.meets(other)
                        && same.test(rows.get(i), rows.get(j))) {
                    add("%s[%d].basis.from".formatted(list, i), one.from(), "OVERLAP",
                            "A time in which %s[%d] (%s) does not apply.".formatted(list, j, other.id()));
                }
            }
        }
    }

    private void fallbacks() {
        covered("insured", "", standard.insured(), _ -> true);
        covered("proven", "", standard.proven(), _ -> true);
        covered("unproven", "", standard.unproven(), _ -> true);
        covered("parts", "", standard.parts(), _ -> true);
        for (var circumstance : ClaimStandard.Circumstance.values()) {
            covered("counting", circumstance, standard.counting(), row -> row.circumstance() == circumstance);
        }
        for (var distance : Distance.values()) {
            covered("totalDelays", distance, standard.totalDelays(), row -> row.distance() == distance);
        }
        covered("refunds", ClaimKind.DELAY, standard.refunds(),
                row -> row.fee() == Fee.CARRIAGE && row.kinds().contains(ClaimKind.DELAY));
        covered("refunds", ClaimKind.FEE_REFUND, standard.refunds(),
                row -> row.fee() == Fee.EXTRA_NOT_DONE && row.kinds().contains(ClaimKind.FEE_REFUND));
        for (var exclusion : Exclusion.values()) {
            covered("exclusions", exclusion, standard.exclusions(), row -> row.exclusion() == exclusion);
        }
        covered("contracts", "", standard.contracts(), _ -> true);
        covered("timesToClaim", TimeFor.CLAIM, standard.timesToClaim(), row -> row.use() == TimeFor.CLAIM);
        for (var stage : ClaimStage.values()) {
            covered("evidence", stage, standard.evidence(), row -> row.stage() == stage);
        }
        covered("rounding", "", standard.rounding(), _ -> true);
    }

    /** Rows for everywhere on each day from the standard's first on. */
    private <R extends Row> void covered(String list, Object what, List<R> rows, Predicate<R> wanted) {
        var start = standard.from();
        if (start == null) {
            return;
        }
        @Nullable
        LocalDate open = start;
        var spans = rows.stream().filter(wanted).map(Row::basis).filter(Basis::everywhere)
                .filter(basis -> basis.from() != null)
                .sorted(Comparator.comparing(ClaimStandardCheck::first)).toList();
        for (var basis : spans) {
            if (open != null && !first(basis).isAfter(open)) {
                var to = basis.to();
                open = to == null ? null : to.isBefore(open) ? open : to.plusDays(1);
            }
        }
        if (open != null) {
            add(list, what, "NO_FALLBACK", "A row for * that applies from %s on.".formatted(open));
        }
    }

    private static LocalDate first(Basis basis) {
        var from = basis.from();
        return from == null ? LocalDate.MIN : from;
    }

    private void text(String field, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            add(field, text, "LENGTH", "Between 1 and %d characters.".formatted(most));
        }
    }

    private void add(String field, @Nullable Object value, String code, String message) {
        wrong.add(new ClaimFlaw(field, value, code, message));
    }
}
