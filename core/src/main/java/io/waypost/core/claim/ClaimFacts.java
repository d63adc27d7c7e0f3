package io.waypost.core.claim;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case when it is assessed (案情). Amounts in fen, dates and times in Beijing time. {@link ClaimFactsCheck} names what
 * cannot be.
 *
 * @param jurisdiction the code of the province whose law applies, such as 330000; empty where none is known
 * @param distance how far the parcel went
 * @param extent how much of the content is lost; all of it counts as lost where the kind says so
 * @param mismatch of {@link ClaimKind#MISMATCH}: in what the content differs; null where that is not known
 * @param grossNegligence whether the network acted with intent or gross negligence (故意或重大过失), so that no agreed limit holds
 * @param found the exclusions that were found
 * @param contract the contract customer's own terms; null for none
 * @param evidence what is at hand
 */
public record ClaimFacts(ClaimKind kind, String jurisdiction, Distance distance, Times times, Worth worth, Fees fees,
        Extent extent, @Nullable Mismatch mismatch, boolean grossNegligence, List<Found> found,
        @Nullable ContractTerms contract, List<Evidence> evidence) {

    public ClaimFacts {
        jurisdiction = jurisdiction == null ? "" : jurisdiction;
        distance = distance == null ? Distance.DOMESTIC : distance;
        extent = extent == null ? Extent.UNKNOWN : extent;
        found = found == null ? List.of() : List.copyOf(found);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /**
     * When things happened.
     *
     * @param postedOn the day on which the parcel was taken in (收寄日); the rows that apply on it count
     * @param promisedBy until when delivery was promised; null where that is not known or nothing was promised
     * @param deliveredAt null where it is not delivered
     * @param claimedOn the day on which the claim was made
     * @param asOf when all this was so; a parcel that is not delivered is late as of then
     */
    public record Times(LocalDate postedOn, @Nullable LocalDateTime promisedBy, @Nullable LocalDateTime deliveredAt,
            LocalDate claimedOn, LocalDateTime asOf) {}

    /**
     * What the content is worth.
     *
     * @param insuredFen the insured amount (保价金额); null for an uninsured parcel
     * @param claimedFen the value of the whole content as the claimant says; null where nothing is said
     * @param provenFen the value of the whole content as it is proven; null where it is not
     * @param nothingFurther whether the claimant has nothing further to prove the value with, so that no more is asked for
     * @param otherProofs what else speaks for the content, short of proving its value
     * @param indirectFen what is claimed beyond the value of the content (间接损失), such as lost profit
     */
    public record Worth(@Nullable Long insuredFen, @Nullable Long claimedFen, @Nullable Long provenFen,
            boolean nothingFurther, List<OtherProof> otherProofs, long indirectFen) {

        public Worth {
            otherProofs = otherProofs == null ? List.of() : List.copyOf(otherProofs);
        }
    }

    /** What speaks for the content without proving its value (旁证). */
    public enum OtherProof {
        /** Sender and recipient wrote of it. */
        CHAT_RECORD,
        /** What the like costs elsewhere. */
        SIMILAR_PRICE,
        /** The weight fits what is said to have been sent. */
        WEIGHT_FITS,
        /** The courier saw it when taking it in (收寄验视). */
        SEEN_AT_POSTING
    }

    /**
     * What was paid.
     *
     * @param carriageFen for the carriage itself (运费), without insurance and extra services
     * @param insuranceFen for the insurance (保价费)
     * @param promiseRefunds whether the product promises the fee back where it is late, see tariff's remedy
     */
    public record Fees(long carriageFen, long insuranceFen, List<Extra> extras, boolean promiseRefunds) {

        public Fees {
            extras = extras == null ? List.of() : List.copyOf(extras);
        }
    }

    /** An extra service that was paid for (增值服务), such as delivery upstairs. */
    public record Extra(String name, long fen, boolean done) {

        public Extra {
            name = name == null ? "" : name;
        }
    }

    /**
     * How much of the content is lost. Of several ways to say it the first counts.
     *
     * @param lostFen the value that is lost
     * @param piecesLost how many pieces, of
     * @param piecesSent so many of the same value
     * @param perMille the share of the value that is lost
     * @param lostByDelay whether the content lost its value because it came late (因延误丧失价值)
     * @param kept whether the recipient has the parcel and keeps it, however late
     */
    public record Extent(@Nullable Long lostFen, @Nullable Integer piecesLost, @Nullable Integer piecesSent,
            @Nullable Integer perMille, boolean lostByDelay, boolean kept) {

        /** Nothing is known of it. */
        public static final Extent UNKNOWN = new Extent(null, null, null, null, false, false);
    }

    /**
     * An exclusion that was found.
     *
     * @param perMille the share of the cause that it had, 1 to 1000
     */
    public record Found(Exclusion exclusion, int perMille) {}

    /** Whether the parcel is insured. */
    public boolean insured() {
        return worth.insuredFen() != null;
    }

    /** The same with another worth. */
    public ClaimFacts with(Worth other) {
        return new ClaimFacts(kind, jurisdiction, distance, times, other, fees, extent, mismatch, grossNegligence,
                found, contract, evidence);
    }

    /** The same with other evidence. */
    public ClaimFacts with(List<Evidence> other) {
        return new ClaimFacts(kind, jurisdiction, distance, times, worth, fees, extent, mismatch, grossNegligence,
                found, contract, other);
    }
}
