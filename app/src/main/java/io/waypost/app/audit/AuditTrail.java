package io.waypost.app.audit;

import java.util.Map;

/** The trail (审计日志) that every change and every unmasking of any feature is written to. Thread-safe. */
public interface AuditTrail {

    /**
     * Writes down what the current actor does; who it is and the address they come from are taken from the call.
     *
     * <p>Runs inside the transaction of the change and fails without one: either both stay or neither does. Personal data
     * must never stand in {@code detail}; name the field, not its value.
     *
     * @param action what was done, in the past tense, such as {@code UNIT_MOVED}
     * @param subjectKind what it was done to, such as {@code UNIT}
     * @param subjectId which one: the code or id that the API uses
     * @param unitPath the path of the unit it belongs to, which decides who may read the entry; {@code /} for the platform
     * @param detail what a reader needs besides: field names, old and new codes, reasons, counts
     */
    void record(String action, String subjectKind, String subjectId, String unitPath, Map<String, ?> detail);
}
