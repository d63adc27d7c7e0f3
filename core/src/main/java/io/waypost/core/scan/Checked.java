package io.waypost.core.scan;

import org.jspecify.annotations.Nullable;

/** What became of a scan that was sent. */
public sealed interface Checked {

    /** It is well formed; whether it is new only the timeline knows. */
    record Accepted(Scan scan) implements Checked {}

    /** It cannot be taken. */
    record Rejected(String field, @Nullable String value, Reason reason) implements Checked {

        /** A sentence that names the field and its value. */
        public String message() {
            return value == null
                    ? "The %s %s".formatted(field, reason.sentence())
                    : "The %s (%s) %s".formatted(field, value, reason.sentence());
        }
    }

    /** Why a field was refused. */
    enum Reason {
        MISSING("is missing."),
        WAYBILL_FORMAT("must have 6 to 32 letters, digits or hyphens."),
        TYPE_UNKNOWN(
                "is no scan type."),
        TIME_FORMAT(
                "must be an ISO 8601 time with an offset, such as 2026-11-21T09:30:00+08:00."),
        TIME_TOO_OLD(
                "is before the first possible scan."),
        TIME_IN_FUTURE(
                "is too far ahead of the arrival."),
        SITE_FORMAT(
                "must have 1 to 32 letters, digits, dots, underscores or hyphens."),
        WEIGHT_RANGE(
                "must be above 0 and at most 1000 kg."),
        DIVISION_FORMAT(
                "must be a division code of six digits."),
        VALUE_RANGE(
                "must be a whole number of fen, 0 or more."),
        MODE_UNKNOWN(
                "must be one of DOOR, STATION, LOCKER, PROXY and SELF_PICKUP."),
        CHANNEL_UNKNOWN(
                "must be one of ORDER, SMS, PHONE, APP and IN_PERSON."),
        TOO_LONG(
                "is too long.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }
}
