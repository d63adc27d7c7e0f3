package io.waypost.app.appeal;

import io.waypost.app.attachment.AttachmentOwner;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Permission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files of appeals: seen by all who see the appeal, added by those who answer and by units that were asked. */
@Component
class AppealFiles implements AttachmentOwner {

    private final AppealStore store;
    private final AppealPartStore parts;

    AppealFiles(AppealStore store, AppealPartStore parts) {
        this.store = store;
        this.parts = parts;
    }

    @Override
    public String kind() {
        return AppealDesk.KIND;
    }

    @Override
    public Optional<Reach> reach(UUID subject) {
        var actor = Acting.current();
        if (!actor.may(Permission.APPEAL_READ)) {
            return Optional.empty();
        }
        return store.find(subject).map(kept -> {
            boolean answers = actor.may(Permission.APPEAL_WRITE) && actor.scope().reaches(kept.place().unitPath());
            boolean asked = actor.may(Permission.APPEAL_EVIDENCE)
                    && parts.openRequest(subject, actor.scope().path()).isPresent();
            return new Reach(kept.place().unitPaths(),
                    kept.appeal().state().owesAnswer() && (answers || asked));
        });
    }
}
