package io.waypost.app.money;

/**
 * Who gets what (打款单).
 *
 * @param reference names what is paid, for instance {@code claim/C2026}; up to 100 characters
 * @param fen above zero
 * @param claim the owner of the account {@code CLAIM_PAYABLE} that the payout empties
 * @param remark what the payee reads on their statement; up to 60 characters
 * @param unitPath which unit's people see it
 */
public record PayoutOrder(String reference, long fen, String claim, Payee payee, String remark, String unitPath) {}
