package io.waypost.app.claim;

import io.waypost.core.settlement.SettlementState;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class ClaimStandings implements CustomerClaims {

    private final CaseStore store;

    ClaimStandings(CaseStore store) {
        this.store = store;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Standing> of(String waybill) {
        return store.ofWaybill(waybill).stream()
                .filter(claim -> claim.settlement().state() != SettlementState.DRAFT)
                .map(claim -> new Standing(claim.number(), claim.settlement().state())).toList();
    }
}
