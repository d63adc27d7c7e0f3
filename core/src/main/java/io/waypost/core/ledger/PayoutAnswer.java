package io.waypost.core.ledger;

/** What a gateway says about a payout, or what became of asking it. */
public sealed interface PayoutAnswer {

    /** The money arrived. */
    record Paid() implements PayoutAnswer {}

    /** The gateway has it and will say later how it ended. */
    record Taken() implements PayoutAnswer {}

    /**
     * Certainly not paid.
     *
     * @param code the gateway's reason
     * @param retryable whether the gateway takes it again under the same key; otherwise the key is spent
     */
    record Refused(String code, boolean retryable) implements PayoutAnswer {}

    /** The call certainly did not get there. */
    record NotReached(String code) implements PayoutAnswer {}

    /** The gateway does not know the key. It may still be on its way there. */
    record NotFound() implements PayoutAnswer {}

    /** The call was made and nothing that can be believed came back. */
    record NoAnswer(String code) implements PayoutAnswer {}
}
