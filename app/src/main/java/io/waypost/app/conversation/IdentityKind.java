package io.waypost.app.conversation;

/** By what a customer is known (身份类型). */
public enum IdentityKind {
    /** A browser that holds a token of ours. */
    VISITOR,
    PHONE,
    EMAIL,
    /** An openid of an official account. */
    WECHAT,
    /** An account of the app. */
    APP,
    /** A customer's number at a partner. */
    PARTNER
}
