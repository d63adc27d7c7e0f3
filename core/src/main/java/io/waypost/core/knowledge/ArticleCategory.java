package io.waypost.core.knowledge;

/** What an article is about (知识分类); the names are part of the API. */
public enum ArticleCategory {
    /** Sending, pick-up, real names, waybills (寄件). */
    SENDING,
    /** Prices, weight, what costs extra (价格与计费). */
    PRICE,
    /** What may not be sent, or only so (禁限寄). */
    PROHIBITED,
    /** How to pack (包装). */
    PACKAGING,
    /** Delivery, signing, stations and lockers (派送与签收). */
    DELIVERY,
    /** How long it takes, delays, looking a parcel up (时效与查询). */
    TRANSIT,
    /** Changing an address, stopping and returning (改派与拦截). */
    CHANGE,
    /** Insured value, damage, loss, claims (保价与理赔). */
    CLAIM,
    /** Complaints and appeals (投诉与申诉). */
    COMPLAINT,
    /** Abroad, Hong Kong, Macao, Taiwan, customs (国际与清关). */
    CUSTOMS,
    /** Privacy, fraud, safety (隐私与安全). */
    SAFETY,
    /** Accounts, invoices, other services (账户与服务). */
    SERVICE,
    /** How we work, for agents (内部流程). */
    INTERNAL
}
