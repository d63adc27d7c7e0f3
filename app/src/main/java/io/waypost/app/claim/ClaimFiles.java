package io.waypost.app.claim;

import io.waypost.app.attachment.AttachmentOwner;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.core.settlement.SettlementState;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files of claims: seen by all who see the claim, added as long as something may come of them. */
@Component
class ClaimFiles implements AttachmentOwner {

    private final CaseStore store;

    ClaimFiles(CaseStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return Assessing.FILES;
    }

    @Override
    public Optional<Reach> reach(UUID subject) {
        var actor = Acting.current();
        if (!actor.may(Permission.CLAIM_READ)) {
            return Optional.empty();
        }
        return store.find(subject).map(claim -> {
            var state = claim.settlement().state();
            boolean goesOn = state == SettlementState.DRAFT
                    || (state.open() && state != SettlementState.PAYING && state != SettlementState.PAYEE_WRONG);
            return new Reach(claim.place().unitPaths(), goesOn && actor.may(Permission.CLAIM_OPEN));
        });
    }
}
