package io.waypost.app.appeal;

import io.waypost.app.identity.PersonRef;
import java.time.Instant;
import java.util.UUID;

/** Somebody must be told about an appeal (申诉提醒). Published inside the transaction of the step; to be listened to in it. */
public record AppealNews(UUID appealId, String number, String waybill, Kind kind, PersonRef to, Instant dueAt,
        Instant at) {

    /** What they are told; the names are part of the API. */
    public enum Kind {
        RECEIVED,
        ASSIGNED,
        EVIDENCE_ASKED,
        EVIDENCE_GIVEN,
        TO_CHECK,
        SENT_BACK,
        CHECKED,
        REOPENED,
        HALF_GONE,
        THREE_DAYS_LEFT,
        ONE_DAY_LEFT,
        OVERDUE,
        STILL_OVERDUE
    }
}
