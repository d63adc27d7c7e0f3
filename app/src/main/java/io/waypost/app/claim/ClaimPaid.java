package io.waypost.app.claim;

import io.waypost.core.claim.ClaimKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A claimant has the money: from now on the units of the network settle among themselves who bears it. Told in the transaction in which the payout
 * is known to have arrived.
 *
 * @param fen what was paid
 * @param at business time
 */
public record ClaimPaid(UUID claim, String number, String waybill, ClaimKind kind, long fen, Instant at) {}
