package io.waypost.core.contact;

/** The way on which somebody turns to customer service (来访渠道); the names are part of the API. */
public enum ContactChannel {
    PHONE,
    CHAT,
    WECHAT,
    EMAIL,
    SMS,
    FEEDBACK,
    PARTNER
}
