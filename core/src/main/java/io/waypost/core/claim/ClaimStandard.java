package io.waypost.core.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of what the network pays (理赔标准). Immutable; what is missing reads as empty, and {@link ClaimStandardCheck} names it. Each
 * row has a {@link Basis}; of the rows for one thing that of the province counts before that of everywhere, on the day of posting.
 *
 * @param version names the version, for instance 2026-1
 * @param name for people
 * @param from the first day of posting that the standard answers for; null is a flaw
 * @param insured what an insured parcel is worth
 * @param proven what an uninsured parcel is worth whose value is proven
 * @param unproven likewise where it is not proven
 * @param parts what counts where only a part is lost
 * @param counting what turns a case of one kind into one of another
 * @param totalDelays from when on a parcel counts as lost
 * @param refunds which fees come back
 * @param exclusions what frees the network
 * @param contracts whether contract customers' own terms count
 * @param timesToClaim until when one can claim
 * @param evidence what has to be shown, and when
 * @param rounding how fractions become whole
 */
public record ClaimStandard(String version, String name, @Nullable LocalDate from, List<InsuredRow> insured,
        List<ProvenRow> proven, List<UnprovenRow> unproven, List<PartRow> parts, List<CountsRow> counting,
        List<TotalDelayRow> totalDelays, List<RefundRow> refunds, List<ExclusionRow> exclusions,
        List<OwnTermsRow> contracts, List<TimeRow> timesToClaim, List<EvidenceRow> evidence,
        List<RoundingRow> rounding) {

    public ClaimStandard {
        version = version == null ? "" : version;
        name = name == null ? "" : name;
        insured = insured == null ? List.of() : List.copyOf(insured);
        proven = proven == null ? List.of() : List.copyOf(proven);
        unproven = unproven == null ? List.of() : List.copyOf(unproven);
        parts = parts == null ? List.of() : List.copyOf(parts);
        counting = counting == null ? List.of() : List.copyOf(counting);
        totalDelays = totalDelays == null ? List.of() : List.copyOf(totalDelays);
        refunds = refunds == null ? List.of() : List.copyOf(refunds);
        exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
        contracts = contracts == null ? List.of() : List.copyOf(contracts);
        timesToClaim = timesToClaim == null ? List.of() : List.copyOf(timesToClaim);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        rounding = rounding == null ? List.of() : List.copyOf(rounding);
    }

    /** A row of the standard. */
    public sealed interface Row {
        /** Where and when it applies, and who says so. */
        Basis basis();
    }

    /**
     * An insured parcel (保价) that is lost is worth its insured amount.
     *
     * @param upToValue but not more than its value, where that is proven or claimed to be less
     */
    public record InsuredRow(Basis basis, boolean upToValue) implements Row {

        public InsuredRow {
            basis = Basis.orEmpty(basis);
        }
    }

    /**
     * An uninsured parcel (未保价) whose value is proven is worth that value, up to a limit that counts only if the customer's attention was
     * called to it (提示说明义务).
     *
     * @param capFen the limit; null for none
     * @param capFeePerMille the limit in thousandths of the carriage fee; null for none. Of both the higher counts
     * @param prompted whether the network can show that attention was called to the limit
     */
    public record ProvenRow(Basis basis, @Nullable Long capFen, @Nullable Long capFeePerMille, boolean prompted)
            implements
                Row {

        public ProvenRow {
            basis = Basis.orEmpty(basis);
        }
    }

    /**
     * An uninsured parcel whose value cannot be proven is worth what is claimed up to the network's promise, or a multiple of the fee.
     *
     * @param promiseFen the promise; null for none
     * @param feePerMille the multiple in thousandths of the carriage fee; null for none
     * @param feeMostFen the most that the multiple may come to; null for no limit
     * @param otherProof whether something else has to speak for the content
     * @param everywhereToo of a province's row: whether the row for everywhere counts where it gives more
     */
    public record UnprovenRow(Basis basis, @Nullable Long promiseFen, @Nullable Long feePerMille,
            @Nullable Long feeMostFen, boolean otherProof, boolean everywhereToo) implements Row {

        public UnprovenRow {
            basis = Basis.orEmpty(basis);
        }
    }

    /** Of a part that is lost the same part is owed of what would be owed for all of it. */
    public record PartRow(Basis basis) implements Row {

        public PartRow {
            basis = Basis.orEmpty(basis);
        }
    }

    /** What turns a case of one kind into one of another. */
    public enum Circumstance {
        /** The goods that were declared, but fewer or lighter. */
        MISMATCH_SAME_NAME,
        /** Other goods than those that were declared. */
        MISMATCH_OTHER_NAME,
        /** The content lost its value because it came late. */
        LOST_BY_DELAY,
        /** A part of it did. */
        PART_LOST_BY_DELAY,
        /** It came so late that it counted as lost, but the recipient keeps it. */
        KEPT_AFTER_TOTAL_DELAY
    }

    /** What a case counts as. */
    public record CountsRow(Basis basis, @Nullable Circumstance circumstance, @Nullable ClaimKind counts)
            implements
                Row {

        public CountsRow {
            basis = Basis.orEmpty(basis);
        }
    }

    /**
     * From when on a parcel counts as lost.
     *
     * @param days calendar days after the promised time
     */
    public record TotalDelayRow(Basis basis, @Nullable Distance distance, int days) implements Row {

        public TotalDelayRow {
            basis = Basis.orEmpty(basis);
        }
    }

    /** Which fee comes back. */
    public enum Fee {
        /** That for the carriage (本次服务费用), without insurance and extra services. */
        CARRIAGE,
        /** That for extra services that were not done. */
        EXTRA_NOT_DONE,
        /** That for the carriage, where the product promises it and was late (限时未达). */
        PROMISE
    }

    /**
     * A fee that comes back.
     *
     * @param kinds in which cases
     * @param perMille how much of it
     */
    public record RefundRow(Basis basis, @Nullable Fee fee, List<ClaimKind> kinds, int perMille) implements Row {

        public RefundRow {
            basis = Basis.orEmpty(basis);
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
        }
    }

    /** How an exclusion works. */
    public enum Effect {
        /** In the share of the cause that was found. */
        BY_SHARE,
        /** Wholly, whatever the share. */
        WHOLLY,
        /** What is claimed under it does not count; the rest stands. */
        NOT_COUNTED
    }

    /**
     * What frees the network.
     *
     * @param effect how far
     * @param kinds in which cases; empty for all
     * @param insuredToo whether it also counts against what is paid for the content of an insured parcel
     * @param feeStands in which cases the fee for the carriage comes back all the same
     * @param extraStands whether the fee for an extra service that was not done comes back all the same
     */
    public record ExclusionRow(Basis basis, @Nullable Exclusion exclusion, Effect effect, List<ClaimKind> kinds,
            boolean insuredToo, List<ClaimKind> feeStands, boolean extraStands) implements Row {

        public ExclusionRow {
            basis = Basis.orEmpty(basis);
            effect = effect == null ? Effect.BY_SHARE : effect;
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
            feeStands = feeStands == null ? List.of() : List.copyOf(feeStands);
        }
    }

    /**
     * Contract customers' own terms.
     *
     * @param agreedCount whether terms that were negotiated count even where the standard gives more; others count only where they give more
     */
    public record OwnTermsRow(Basis basis, boolean agreedCount) implements Row {

        public OwnTermsRow {
            basis = Basis.orEmpty(basis);
        }
    }

    /** What a time is for. */
    public enum TimeFor {
        /** To claim from the network (索赔时效). */
        CLAIM,
        /** To appeal to the authority (申诉时效). Told, not computed with. */
        APPEAL
    }

    /**
     * Until when one can claim.
     *
     * @param months from the day of posting; the day of that number, or the last of the month, is the last day
     * @param mayDecide who may decide otherwise; for customers
     */
    public record TimeRow(Basis basis, @Nullable TimeFor use, int months, String mayDecide) implements Row {

        public TimeRow {
            basis = Basis.orEmpty(basis);
            mayDecide = mayDecide == null ? "" : mayDecide;
        }
    }

    /** Whose parcels evidence is asked for. */
    public enum Protection {
        ANY,
        INSURED,
        UNINSURED
    }

    /**
     * What has to be shown.
     *
     * @param stage from when on
     * @param kinds in which cases; empty for all
     * @param aboveFen only where more is claimed, or where nothing is said of the value; 0 for always
     * @param anyOf one of these suffices
     */
    public record EvidenceRow(Basis basis, @Nullable ClaimStage stage, List<ClaimKind> kinds, Protection protection,
            long aboveFen, List<Evidence> anyOf) implements Row {

        public EvidenceRow {
            basis = Basis.orEmpty(basis);
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
            protection = protection == null ? Protection.ANY : protection;
            anyOf = anyOf == null ? List.of() : List.copyOf(anyOf);
        }
    }

    /** How fractions become whole: each line by itself; lines are then added. */
    public record RoundingRow(Basis basis, Rounding rounding) implements Row {

        public RoundingRow {
            basis = Basis.orEmpty(basis);
            rounding = rounding == null ? Rounding.HALF_UP : rounding;
        }
    }
}
