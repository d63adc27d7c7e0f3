package io.waypost.core.ledger;

/** What an account is for (科目). The names are part of the database. */
public enum AccountKind {
    /** The bank account of headquarters (银行存款). One. */
    BANK("银行存款", false),
    /** What a payment gateway was told to pay and has not confirmed (在途资金). One for each gateway. */
    IN_TRANSIT("在途资金", true),
    /** What claimants are owed (应付理赔款). One for each claim. */
    CLAIM_PAYABLE("应付理赔款", true),
    /** What headquarters bear as long as nobody else does (理赔支出). One. */
    CLAIM_EXPENSE("理赔支出", false),
    /** What a unit is charged while it may still object (暂扣款). One for each unit. */
    UNIT_PROVISIONAL("网点暂扣款", true),
    /** What a unit owes for good (网点应收款). One for each unit. */
    UNIT_RECEIVABLE("网点应收款", true),
    /** Fees and penalties that units pay (手续费及罚款). One. */
    PENALTY("手续费及罚款", false);

    private final String chinese;
    private final boolean owned;

    AccountKind(String chinese, boolean owned) {
        this.chinese = chinese;
        this.owned = owned;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }

    /** Whether there is one for each owner. */
    public boolean owned() {
        return owned;
    }
}
