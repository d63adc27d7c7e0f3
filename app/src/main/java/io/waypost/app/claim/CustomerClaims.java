package io.waypost.app.claim;

import io.waypost.core.settlement.SettlementState;
import java.util.List;

/** How the claims about a parcel stand, for whoever has shown that the parcel concerns them. Thread-safe. */
public interface CustomerClaims {

    /** A claim that was handed in, without amounts and accounts: those are shown to its party alone, after a code. */
    record Standing(String number, SettlementState state) {}

    /** The newest first; joins the running transaction. */
    List<Standing> of(String waybill);
}
