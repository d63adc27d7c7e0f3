package io.waypost.core.sop;

/** What sort of matter a kind is (业务大类); the names are part of the API. */
public enum BizType {
    /** A question (咨询). */
    CONSULT,
    /** Somebody is not satisfied and wants it put right (投诉); the law gives seven days. */
    COMPLAINT,
    /** Where is my parcel (快件查询). */
    TRACE,
    /** Hurry (催件). */
    URGE,
    /** An outlet, or the platform, reports trouble with a parcel (问题件). */
    PROBLEM
}
