/** Money in double entry (复式记账): accounts, bookings that sum to nothing, and how a payout goes on. Amounts are in fen (分). */
@NullMarked
package io.waypost.core.ledger;

import org.jspecify.annotations.NullMarked;
