package io.waypost.app.claim;

import io.waypost.app.identity.PersonRef;
import java.time.Instant;
import java.util.UUID;

/** A claim is overdue and somebody must see to it (理赔超时提醒). Published inside the transaction that marks it; to be listened to in it. */
public record ClaimNews(UUID claimId, String number, String waybill, PersonRef to, Instant dueAt, Instant at) {}
