package io.waypost.core.claim;

import io.waypost.core.claim.ClaimStandard.InsuredRow;
import io.waypost.core.claim.ClaimStandard.OwnTermsRow;
import io.waypost.core.claim.ClaimStandard.ProvenRow;
import io.waypost.core.claim.ClaimStandard.RefundRow;
import io.waypost.core.claim.ClaimStandard.RoundingRow;
import io.waypost.core.claim.ClaimStandard.UnprovenRow;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The default standard, and others that differ from it in one thing. */
final class Standards {

    static final ClaimStandard DEFAULT = DefaultClaimStandard.standard();

    private Standards() {}

    static ClaimStandard named(String name) {
        return switch (name) {
            case "DEFAULT" -> DEFAULT;
            case "CAP" -> capped(100_000L, null, true);
            case "CAP_UNPROMPTED" -> capped(30_000L, null, false);
            case "CAP_FEE" -> capped(30_000L, 5_000L, true);
            case "DECLARED" -> insured(row -> new InsuredRow(row.basis(), false));
            case "OTHER_PROOF" -> unproven(row -> new UnprovenRow(row.basis(), row.promiseFen(), row.feePerMille(),
                    row.feeMostFen(), true, row.everywhereToo()));
            case "ZHEJIANG_ONLY" -> unproven(row -> new UnprovenRow(row.basis(), row.promiseFen(), row.feePerMille(),
                    row.feeMostFen(), row.otherProof(), false));
            case "HALF_DELAY" -> refunds(row -> row.basis().id().equals("refund.delay")
                    ? new RefundRow(row.basis(), row.fee(), row.kinds(), 500)
                    : row);
            case "NO_AGREED" -> contracts(row -> new OwnTermsRow(row.basis(), false));
            case "ROUND_UP" -> rounding(Rounding.UP);
            case "ROUND_DOWN" -> rounding(Rounding.DOWN);
            default -> throw new IllegalArgumentException("There is no standard '%s'".formatted(name));
        };
    }

    static ClaimStandard capped(@Nullable Long fen, @Nullable Long perMille, boolean prompted) {
        return proven(row -> new ProvenRow(row.basis(), fen, perMille, prompted));
    }

    static ClaimStandard insured(UnaryOperator<InsuredRow> change) {
        return new ClaimStandard(DEFAULT.version(), DEFAULT.name(), DEFAULT.from(), each(DEFAULT.insured(), change),
                DEFAULT.proven(), DEFAULT.unproven(), DEFAULT.parts(), DEFAULT.counting(), DEFAULT.totalDelays(),
                DEFAULT.refunds(), DEFAULT.exclusions(), DEFAULT.contracts(), DEFAULT.timesToClaim(),
                DEFAULT.evidence(), DEFAULT.rounding());
    }

    static ClaimStandard proven(UnaryOperator<ProvenRow> change) {
        return new ClaimStandard("OTHER", DEFAULT.name(), DEFAULT.from(), DEFAULT.insured(),
                each(DEFAULT.proven(), change), DEFAULT.unproven(), DEFAULT.parts(), DEFAULT.counting(),
                DEFAULT.totalDelays(), DEFAULT.refunds(), DEFAULT.exclusions(), DEFAULT.contracts(),
                DEFAULT.timesToClaim(), DEFAULT.evidence(), DEFAULT.rounding());
    }

    static ClaimStandard unproven(UnaryOperator<UnprovenRow> change) {
        return new ClaimStandard("OTHER", DEFAULT.name(), DEFAULT.from(), DEFAULT.insured(), DEFAULT.proven(),
                each(DEFAULT.unproven(), change), DEFAULT.parts(), DEFAULT.counting(), DEFAULT.totalDelays(),
                DEFAULT.refunds(), DEFAULT.exclusions(), DEFAULT.contracts(), DEFAULT.timesToClaim(),
                DEFAULT.evidence(), DEFAULT.rounding());
    }

    static ClaimStandard refunds(UnaryOperator<RefundRow> change) {
        return new ClaimStandard("OTHER", DEFAULT.name(), DEFAULT.from(), DEFAULT.insured(), DEFAULT.proven(),
                DEFAULT.unproven(), DEFAULT.parts(), DEFAULT.counting(), DEFAULT.totalDelays(),
                each(DEFAULT.refunds(), change), DEFAULT.exclusions(), DEFAULT.contracts(), DEFAULT.timesToClaim(),
                DEFAULT.evidence(), DEFAULT.rounding());
    }

    static ClaimStandard contracts(UnaryOperator<OwnTermsRow> change) {
        return new ClaimStandard("OTHER", DEFAULT.name(), DEFAULT.from(), DEFAULT.insured(), DEFAULT.proven(),
                DEFAULT.unproven(), DEFAULT.parts(), DEFAULT.counting(), DEFAULT.totalDelays(), DEFAULT.refunds(),
                DEFAULT.exclusions(), each(DEFAULT.contracts(), change), DEFAULT.timesToClaim(), DEFAULT.evidence(),
                DEFAULT.rounding());
    }

    static ClaimStandard rounding(Rounding rounding) {
        return new ClaimStandard("OTHER", DEFAULT.name(), DEFAULT.from(), DEFAULT.insured(), DEFAULT.proven(),
                DEFAULT.unproven(), DEFAULT.parts(), DEFAULT.counting(), DEFAULT.totalDelays(), DEFAULT.refunds(),
                DEFAULT.exclusions(), DEFAULT.contracts(), DEFAULT.timesToClaim(), DEFAULT.evidence(),
                each(DEFAULT.rounding(), row -> new RoundingRow(row.basis(), rounding)));
    }

    private static <R> List<R> each(List<R> rows, UnaryOperator<R> change) {
        return rows.stream().map(change).toList();
    }
}
