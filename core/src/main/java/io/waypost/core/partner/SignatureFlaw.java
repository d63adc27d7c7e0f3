package io.waypost.core.partner;

/** Why a signed request is not believed; the names are part of the API. */
public enum SignatureFlaw {
    /** The headers are not of the form that is documented. */
    UNREADABLE_SIGNATURE,
    /** Another algorithm than {@code hmac-sha256}. */
    WRONG_ALGORITHM,
    /** Something that must be signed is not among what is. */
    NOT_COVERED,
    /** The nonce is too short to be one of a kind, or too long. */
    NONCE_LENGTH,
    /** Signed too long ago, or in the future: the clocks differ. */
    CLOCK_SKEW,
    /** The body is not the one that the digest was made of. */
    WRONG_DIGEST,
    /** There is no such signing secret, or it was made with another. */
    WRONG_SIGNATURE,
    /** The request was seen before. */
    NONCE_REPLAYED
}
