package io.waypost.app.appeal;

import io.waypost.app.appeal.AppealNews.Kind;
import io.waypost.app.appeal.AppealView.What;
import io.waypost.app.audit.AuditTrail;
import io.waypost.app.identity.DutyKind;
import io.waypost.app.identity.DutyRoster;
import io.waypost.app.identity.OnDuty;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.appeal.Appeal;
import io.waypost.core.appeal.AppealCommand;
import io.waypost.core.appeal.AppealDecision.Accepted;
import io.waypost.core.appeal.AppealDecision.Declined;
import io.waypost.core.appeal.AppealRules;
import io.waypost.core.appeal.AppealState.Closed;
import io.waypost.core.appeal.AppealState.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every step of an appeal leaves behind: the row, the history, the audit trail, who is told. Inside the caller's transaction. */
@Component
class AppealSteps {

    private final AppealStore store;
    private final AppealPartStore parts;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final DutyRoster duties;
    private final Network network;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppealSteps(AppealStore store, AppealPartStore parts, AuditTrail audit, LiveFeed live, DutyRoster duties,
            Network network, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.parts = parts;
        this.audit = audit;
        this.live = live;
        this.duties = duties;
        this.network = network;
        this.events = events;
        this.clock = clock;
    }

    /** The appeal after the command. */
    static Appeal decided(Appeal appeal, AppealCommand command, Instant now) {
        return switch (AppealRules.decide(appeal, command, now)) {
            case Accepted(var next) -> next;
            case Declined(var reason) -> throw Refusal.conflict(reason.name(),
                    "The appeal is %s: %s.".formatted(appeal.state().name(), reason.name()));
        };
    }

    /** A fresh appeal was written. */
    void received(KeptAppeal kept) {
        log(kept, What.RECEIVED, null, AppealIntake.about(kept));
        onDuty(kept.place().unitCode()).ifPresent(person -> tell(kept, Kind.RECEIVED, person));
        var paper = kept.paper();
        events.publishEvent(new AppealReceived(kept.id(), kept.number(), paper.waybill(), paper.ticketId(),
                paper.receivedAt()));
    }

    /** Writes what a step changed. */
    void write(KeptAppeal next, What what, @Nullable String text, Map<String, ?> data) {
        store.update(next);
        log(next, what, text, data);
        var paper = next.paper();
        if (next.appeal().state() instanceof Closed(_, var finding)) {
            events.publishEvent(new AppealClosed(next.id(), next.number(), paper.waybill(), paper.ticketId(), finding,
                    clock.instant()));
        } else if (next.appeal().state() instanceof Refused) {
            events.publishEvent(new AppealClosed(next.id(), next.number(), paper.waybill(), paper.ticketId(), null,
                    clock.instant()));
        }
    }

    void tell(KeptAppeal kept, Kind kind, PersonRef to) {
        events.publishEvent(new AppealNews(kept.id(), kept.number(), kept.paper().waybill(), kind, to,
                kept.period().due(), clock.instant()));
    }

    /** Who answers: the person it was assigned to, else whoever is on duty where it is answered. */
    Optional<PersonRef> responsible(KeptAppeal kept) {
        return Optional.ofNullable(kept.handler()).or(() -> onDuty(kept.place().unitCode()));
    }

    /** Who is on duty one level above the unit that answers; the unit itself at the top. */
    Optional<PersonRef> above(KeptAppeal kept) {
        var code = kept.place().unitCode();
        var above = network.unit(code).map(Unit::parentCode);
        return onDuty(above.orElse(code));
    }

    Optional<PersonRef> onDuty(String unitCode) {
        return duties.onDuty(unitCode, DutyKind.ALL).map(OnDuty::person);
    }

    private void log(KeptAppeal kept, What what, @Nullable String text, Map<String, ?> data) {
        var now = clock.instant();
        parts.log(kept.id(), Ids.next(now), now, By.current(), what.name(), kept.appeal().state().name(), text, data);
        audit.record("APPEAL_" + what, "APPEAL", kept.number(), kept.place().unitPath(), data);
        kept.place().unitPaths().forEach(path -> live.tell("appeal", path, Map.of("id", kept.id().toString())));
    }

    /** The reminder of a deadline, in the history too. */
    void reminded(KeptAppeal kept, Kind kind) {
        log(kept, What.REMINDED, null, Map.of("kind", kind.name()));
    }
}
