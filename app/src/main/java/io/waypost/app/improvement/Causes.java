package io.waypost.app.improvement;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.CauseCatalogue;
import io.waypost.core.improvement.Cause;
import io.waypost.core.improvement.Department;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where causes are added, renamed and retired, by the headquarters; never deleted, since tickets have them. */
@Service
class Causes implements CauseCatalogue {

    private final CauseStore store;
    private final AuditTrail audit;

    Causes(CauseStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    @Override
    public boolean known(String code) {
        return store.find(code).map(KeptCause::cause).filter(cause -> cause.detailed() && cause.active())
                .flatMap(cause -> store.find(cause.main())).filter(main -> main.cause().active()).isPresent();
    }

    /** The cause; empty where there is none. */
    Optional<Cause> find(String code) {
        return store.find(code).map(KeptCause::cause);
    }

    @Transactional
    public KeptCause add(Cause cause) {
        requireHeadquarters();
        if (cause.detailed() && store.find(cause.main()).isEmpty()) {
            throw Refusal.invalid("code", cause.code(), "NO_FIRST_LEVEL",
                    "Add the first level %s before it.".formatted(cause.main()));
        }
        if (store.find(cause.code()).isPresent() || !store.add(cause)) {
            throw Refusal.conflict("CAUSE_EXISTS", "There is a cause %s already.".formatted(cause.code()));
        }
        audit.record("CAUSE_ADDED", "CAUSE", cause.code(), "/", Map.of("nameZh", cause.nameZh()));
        return new KeptCause(cause, 1);
    }

    @Transactional
    public KeptCause change(String code, int revision, String nameZh, String nameEn, Department department,
            boolean active) {
        requireHeadquarters();
        var was = store.find(code).orElseThrow(() -> Refusal.notFound("cause", code));
        var next = new Cause(code, nameZh, nameEn, department, active);
        if (was.revision() != revision || !store.change(next, revision)) {
            throw Refusal.conflict("CHANGED_MEANWHILE", "Somebody else has changed this cause; look at it again.");
        }
        audit.record("CAUSE_CHANGED", "CAUSE", code, "/",
                Map.of("was", was.cause().nameZh(), "nameZh", nameZh, "active", active));
        return new KeptCause(next, revision + 1);
    }

    private static void requireHeadquarters() {
        if (!Acting.current().scope().isEverything()) {
            throw Refusal.forbidden("HEADQUARTERS_ONLY", "Causes hold for the whole network.");
        }
    }
}
