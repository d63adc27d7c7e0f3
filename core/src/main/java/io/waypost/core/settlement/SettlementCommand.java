package io.waypost.core.settlement;

/** A step of a claim. */
public sealed interface SettlementCommand {

    /** The claimant hands it in. */
    record Submit() implements SettlementCommand {}

    /** More is needed of the claimant. */
    record AskEvidence() implements SettlementCommand {}

    /** The claimant sends what was asked for, or we have it from elsewhere. */
    record GiveEvidence() implements SettlementCommand {}

    /**
     * 小额快赔: what the standard says, paid at once.
     *
     * @param eligible whether {@link QuickClaim} says it may be
     */
    record ApproveQuick(Examiner by, long fen, boolean eligible) implements SettlementCommand {}

    /**
     * An amount for the claimant to accept.
     *
     * @param exposureFen what the same claimant, payee or parcel was granted lately besides: the authority covers all of it together
     */
    record Propose(Examiner by, long fen, long exposureFen) implements SettlementCommand {}

    /** A second person lets the amount go to the claimant. */
    record Approve(Examiner by, long exposureFen) implements SettlementCommand {}

    /** A second person wants it examined again. */
    record SendBack(Examiner by) implements SettlementCommand {}

    /** The claimant takes the offer. */
    record Accept() implements SettlementCommand {}

    /** The claimant wants another amount. */
    record Counter() implements SettlementCommand {}

    record Refuse(Examiner by) implements SettlementCommand {}

    /** The claimant wants somebody else to look at it. */
    record Appeal() implements SettlementCommand {}

    /** The reviewer leaves it as it was decided. */
    record Uphold(Examiner by) implements SettlementCommand {}

    record Withdraw() implements SettlementCommand {}

    /** The bank says that the money arrived. */
    record Paid() implements SettlementCommand {}

    /** The bank says that it did not and will not. */
    record Bounced() implements SettlementCommand {}

    /** The claimant names another account. */
    record NewPayee() implements SettlementCommand {}
}
