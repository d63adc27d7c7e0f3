package io.waypost.core.ticket;

/** What the customer said when called back (回访结论); the names are part of the API. */
public enum CallBackVerdict {
    /** Settled, and the customer is content (已解决，满意). */
    SETTLED(Outcome.CONTENT),
    /** Settled, though the customer is not happy (已解决，不满意). */
    SETTLED_UNHAPPY(Outcome.CONTENT),
    /** The parcel came in the meantime (已收到包裹). */
    RECEIVED(Outcome.CONTENT),
    /** Paid as agreed (已赔付). */
    COMPENSATED(Outcome.CONTENT),
    /** The customer withdraws the complaint (客户撤诉). */
    WITHDRAWN(Outcome.CONTENT),
    /** What was complained of is not so (情况不属实). */
    NOT_SO(Outcome.CONTENT),
    /** A misunderstanding (客户误解). */
    MISUNDERSTANDING(Outcome.CONTENT),
    /** What was complained of is so, and nothing was done (情况属实，未解决). */
    NOT_SETTLED(Outcome.DISPUTED),
    /** Settled in part (部分解决). */
    PARTLY(Outcome.DISPUTED),
    /** The reply says what did not happen (回复与事实不符). */
    REPLY_UNTRUE(Outcome.DISPUTED),
    /** The courier marked something that was not so (快递员虚假标记). */
    FALSE_MARK(Outcome.DISPUTED),
    /** The customer was talked into another appointment (诱导改约). */
    INDUCED_APPOINTMENT(Outcome.DISPUTED),
    /** Nobody had called the customer (未联系客户). */
    NOT_CONTACTED(Outcome.DISPUTED),
    /** The sum is not accepted (对赔偿不满). */
    SUM_DISPUTED(Outcome.DISPUTED),
    /** Nobody answers (无人接听). */
    NO_ANSWER(Outcome.UNREACHED),
    /** The number is wrong or switched off (空号或关机). */
    WRONG_NUMBER(Outcome.UNREACHED),
    /** Call again later (要求稍后联系). */
    LATER(Outcome.UNREACHED),
    /** The customer does not want to talk (拒绝回访). */
    DECLINED(Outcome.CONTENT);

    private final Outcome outcome;

    CallBackVerdict(Outcome outcome) {
        this.outcome = outcome;
    }

    /** What follows from it. */
    public Outcome outcome() {
        return outcome;
    }

    /** What follows from a verdict. */
    public enum Outcome {
        /** It may be closed. */
        CONTENT,
        /** It is opened again, one level up. */
        DISPUTED,
        /** The customer is called again. */
        UNREACHED
    }
}
