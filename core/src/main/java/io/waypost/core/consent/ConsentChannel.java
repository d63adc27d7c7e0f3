package io.waypost.core.consent;

/** By which way a recipient agreed (同意渠道). */
public enum ConsentChannel {
    /** Chosen when it was ordered (下单时). */
    ORDER,
    /** By text message (短信). */
    SMS,
    /** On the phone (电话). */
    PHONE,
    /** In an app or a mini program (小程序). */
    APP,
    /** Said to the courier (当面). */
    IN_PERSON
}
