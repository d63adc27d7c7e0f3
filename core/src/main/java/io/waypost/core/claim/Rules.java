package io.waypost.core.claim;

import io.waypost.core.claim.ClaimStandard.Circumstance;
import io.waypost.core.claim.ClaimStandard.CountsRow;
import io.waypost.core.claim.ClaimStandard.EvidenceRow;
import io.waypost.core.claim.ClaimStandard.ExclusionRow;
import io.waypost.core.claim.ClaimStandard.Fee;
import io.waypost.core.claim.ClaimStandard.RefundRow;
import io.waypost.core.claim.ClaimStandard.Row;
import io.waypost.core.claim.ClaimStandard.TimeFor;
import io.waypost.core.claim.ClaimStandard.TimeRow;
import io.waypost.core.claim.ClaimStandard.TotalDelayRow;
import io.waypost.core.claim.ClaimStandard.UnprovenRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rows of a standard that apply to a case: by the day of posting, the province's own before those for everywhere. */
record Rules(ClaimStandard standard, LocalDate postedOn, String jurisdiction) {

    static Rules of(ClaimStandard standard, ClaimFacts facts) {
        return new Rules(standard, facts.times().postedOn(), facts.jurisdiction());
    }

    <R extends Row> Optional<R> the(List<R> rows) {
        return the(rows, _ -> true);
    }

    <R extends Row> Optional<R> the(List<R> rows, Predicate<R> wanted) {
        return in(rows, jurisdiction, wanted).or(() -> in(rows, Basis.EVERYWHERE, wanted));
    }

    private <R extends Row> Optional<R> in(List<R> rows, String where, Predicate<R> wanted) {
        return rows.stream().filter(row -> row.basis().jurisdiction().equals(where))
                .filter(row -> row.basis().covers(postedOn)).filter(wanted).findFirst();
    }

    Optional<UnprovenRow> unprovenEverywhere() {
        return in(standard.unproven(), Basis.EVERYWHERE, _ -> true);
    }

    Optional<CountsRow> counts(Circumstance circumstance) {
        return the(standard.counting(), row -> row.circumstance() == circumstance);
    }

    Optional<TotalDelayRow> totalDelay(Distance distance) {
        return the(standard.totalDelays(), row -> row.distance() == distance);
    }

    Optional<RefundRow> refund(Fee fee, ClaimKind kind) {
        return the(standard.refunds(), row -> row.fee() == fee && row.kinds().contains(kind));
    }

    Optional<ExclusionRow> exclusion(Exclusion exclusion) {
        return the(standard.exclusions(), row -> row.exclusion() == exclusion);
    }

    Optional<TimeRow> time(TimeFor use) {
        return the(standard.timesToClaim(), row -> row.use() == use);
    }

    /** The province's beside those for everywhere: what is asked for adds up. */
    List<EvidenceRow> evidence() {
        return standard.evidence().stream().filter(row -> row.basis().covers(postedOn))
                .filter(row -> row.basis().everywhere() || row.basis().jurisdiction().equals(jurisdiction)).toList();
    }
}
