package io.waypost.app.scan;

import io.waypost.core.scan.Checked.Rejected;
import org.jspecify.annotations.Nullable;

/** Why a line was not taken, as the sender is told. */
record Rejection(long line, String field, @Nullable String value, String code, String message) {

    static Rejection of(long line, Rejected rejected) {
        return new Rejection(line, rejected.field(), rejected.value(), rejected.reason().name(), rejected.message());
    }

    static Rejection unreadable(long line) {
        return new Rejection(line, "", null, "UNREADABLE", "The line cannot be read as an object of fields.");
    }

    static Rejection ofOthers(long line, String waybill) {
        return new Rejection(line, "waybill", waybill, "WAYBILL_OUT_OF_SCOPE",
                "The parcel of this waybill (%s) goes between other sites than those that this sender may speak for."
                        .formatted(waybill));
    }

    static Rejection outOfScope(long line, String field, String site) {
        return new Rejection(line, field, site, "SITE_OUT_OF_SCOPE",
                "The %s (%s) is no site that this sender may speak for.".formatted(field, site));
    }
}
