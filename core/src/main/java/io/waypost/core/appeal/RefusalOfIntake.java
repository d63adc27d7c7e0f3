package io.waypost.core.appeal;

/** Why an appeal is sent back to the authority (不予受理、退回原因); the names are part of the API. */
public enum RefusalOfIntake {
    /** Another company carried the parcel (非本企业快件). */
    NOT_OURS,
    /** The same matter was passed on before (重复申诉). */
    DUPLICATE,
    /** The time in which one may appeal is over (超过申诉期限). */
    OUT_OF_WINDOW,
    /** The customer never complained to the company (未先投诉). */
    NOT_COMPLAINED_FIRST,
    /** A court, an arbitrator or an office has the matter (已进入诉讼、仲裁或行政处理). */
    IN_COURT,
    /** The paper does not say what is needed to find the parcel (材料不全). */
    INSUFFICIENT
}
