package io.waypost.app.liability;

import io.waypost.app.attachment.AttachmentOwner;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import io.waypost.core.liability.LiabilityState.Name;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files of charges: seen by all who see the charge, added by those who may still say something. */
@Component
class ChargeFiles implements AttachmentOwner {

    private static final Set<Name> HEARD = EnumSet.of(Name.JUDGED, Name.ANSWERED, Name.STANDING);

    private final ChargeStore store;

    ChargeFiles(ChargeStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return ChargeSteps.KIND;
    }

    @Override
    public Optional<Reach> reach(UUID subject) {
        var actor = Acting.current();
        if (!actor.may(Permission.CHARGE_READ)) {
            return Optional.empty();
        }
        return store.find(subject).map(kept -> new Reach(kept.unitPaths(),
                HEARD.contains(kept.state()) && actor.may(Permission.CHARGE_ANSWER)));
    }
}
