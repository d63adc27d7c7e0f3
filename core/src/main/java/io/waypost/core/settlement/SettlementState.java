package io.waypost.core.settlement;

/** Where a claim stands (理赔状态). The names are part of the API. */
public enum SettlementState {
    /** Begun by the claimant, not handed in yet. */
    DRAFT("草稿", false),
    /** Handed in, or answered by the claimant: somebody has to examine it. */
    TO_EXAMINE("待审核", true),
    WAITING_FOR_EVIDENCE("待补充材料", true),
    /** An amount above the examiner's authority, or in a matter of their own. */
    TO_APPROVE("待审批", true),
    /** An amount lies before the claimant. */
    OFFERED("待客户确认", true),
    /** Agreed; the money is on its way. */
    PAYING("打款中", true),
    /** The money came back: the claimant has to name another account. */
    PAYEE_WRONG("收款账户有误", true),
    PAID("已赔付", false),
    REFUSED("不予赔付", false),
    /** The claimant does not accept the refusal or the amount: somebody else looks at it. */
    UNDER_REVIEW("复核中", true),
    WITHDRAWN("已撤回", false);

    private final String chinese;
    private final boolean open;

    SettlementState(String chinese, boolean open) {
        this.chinese = chinese;
        this.open = open;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }

    /** Whether somebody still has to do something. */
    public boolean open() {
        return open;
    }

    /** Whether it waits for one of us, not for the claimant or the bank. */
    public boolean waitsForUs() {
        return this == TO_EXAMINE || this == TO_APPROVE || this == UNDER_REVIEW;
    }
}
