package io.waypost.app.audit;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Adds who and from where, and writes the entry into the running transaction. */
@Service
class AuditWriter implements AuditTrail {

    private final AuditStore store;
    private final JsonMapper json;
    private final Clock clock;

    AuditWriter(AuditStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subjectKind, String subjectId, String unitPath, Map<String, ?> detail) {
        var actor = Acting.current();
        var at = clock.instant();
        store.insert(new AuditStore.Entry(
                Ids.next(at),
                at,
                AuditStore.ActorKind.of(actor),
                id(actor),
                actor.name(),
                address(actor),
                action,
                subjectKind,
                subjectId,
                unitPath,
                json.writeValueAsString(detail)));
    }

    private static @Nullable UUID id(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.id();
            case Actor.Partner partner -> partner.keyId();
            case Actor.Visitor _,Actor.Internal _ -> null;
        };
    }

    private static @Nullable String address(Actor actor) {
        return switch (actor) {
            case Actor.Visitor visitor -> visitor.address();
            case Actor.Internal _ -> null;
            case Actor.Person _,Actor.Partner _ ->
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                        ? web.getRequest().getRemoteAddr()
                        : null;
        };
    }
}
