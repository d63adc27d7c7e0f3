package io.waypost.app.tracking;

import io.waypost.app.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** What somebody has to know before they learn anything about a parcel: its number and a phone's last four digits. */
record Asked(String waybill, String digits) {

    /**
     * Reads the two as they were typed.
     *
     * @throws Refusal by field where one of them cannot be right
     */
    static Asked of(@Nullable String waybill, @Nullable String phoneLast4) {
        var number = waybill == null ? "" : waybill.strip();
        var digits = phoneLast4 == null ? "" : phoneLast4.strip();
        if (number.isEmpty() || number.length() > 40) {
            throw Refusal.invalid("waybill", null, "MISSING", "Type the number of the waybill.");
        }
        if (!digits.matches("[0-9]{4}")) {
            throw Refusal.invalid("phoneLast4", null, "FORMAT", "Type the last four digits of the phone number.");
        }
        return new Asked(number, digits);
    }
}
