package io.waypost.app.money;

/** The headers by which a platform says how it signed an answer or a notice. */
final class PayHeaders {

    static final String SERIAL = "Pay-Serial";
    static final String TIMESTAMP = "Pay-Timestamp";
    static final String NONCE = "Pay-Nonce";
    static final String SIGNATURE = "Pay-Signature";

    private PayHeaders() {}
}
