package io.waypost.app.outlet;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.identity.DutyKind;
import io.waypost.app.identity.DutyRoster;
import io.waypost.app.identity.OnDuty;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.live.LiveFeed;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitsMoved;
import io.waypost.app.outlet.AbnormalityNews.Kind;
import io.waypost.app.outlet.AbnormalityStore.Answer;
import io.waypost.core.network.UnitKind;
import io.waypost.core.outlet.AbnormalCause;
import io.waypost.core.outlet.AnswerRules;
import io.waypost.core.outlet.AnswerRules.Decision.Declined;
import io.waypost.core.outlet.AnswerRules.Decision.Granted;
import io.waypost.core.outlet.AnswerState;
import io.waypost.core.outlet.AnswerStep;
import io.waypost.core.outlet.Deviation;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of abnormalities: raised and cleared by the rules, answered by people. */
@Service
class Abnormalities {

    private final AbnormalityStore store;
    private final DutyRoster duties;
    private final Network network;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Abnormalities(AbnormalityStore store, DutyRoster duties, Network network, AuditTrail audit, LiveFeed live,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.duties = duties;
        this.network = network;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /** The rules raised it; inside the transaction of the judgement. The region's duty person is told. */
    void raise(Unit site, Deviation deviation, Instant hour, Instant now) {
        var answers = network.atOrAbove(site.code(), UnitKind.REGION).or(network::headquarters)
                .flatMap(unit -> duties.onDuty(unit.code(), DutyKind.ALL));
        var one = new Abnormality(Ids.next(now), site.code(), site.path(), deviation.cause(), now, hour, hour,
                deviation.value(), deviation.usual(), deviation.score(), deviation.score(), null, AnswerState.OPEN,
                answers.map(OnDuty::person).orElse(null), answers.map(OnDuty::unitCode).orElse(null),
                now.plus(deviation.cause().answerWithin()), null, null, 1);
        if (store.add(one)) {
            answers.ifPresent(duty -> tell(one, Kind.RAISED, duty.person(), now));
            hint(one.unitPath(), one.id());
        }
    }

    /** It stands in this hour too. */
    void goOn(Unit site, Deviation deviation, Instant hour) {
        store.goOn(site.code(), deviation, hour);
    }

    /** The rules found it over. */
    void clear(Unit site, AbnormalCause cause, Instant now) {
        if (store.clear(site.code(), cause, now)) {
            live.tell("operation", site.path(), Map.of("site", site.code()));
        }
    }

    /** Tells the headquarters' duty person of those that nobody took on in time, once each. */
    void remind(Instant now) {
        var late = store.claimOverdue(now);
        if (late.isEmpty()) {
            return;
        }
        var above = network.headquarters().flatMap(unit -> duties.onDuty(unit.code(), DutyKind.ALL));
        late.forEach(one -> {
            above.ifPresent(duty -> tell(one, Kind.OVERDUE, duty.person(), now));
            hint(one.unitPath(), one.id());
        });
    }

    /**
     * Somebody takes a step.
     *
     * @param version the one they looked at: two people at once do not both have it
     */
    @Transactional
    public void take(UUID id, AnswerStep step, @Nullable String note, int version) {
        var one = store.lock(id).orElseThrow(() -> Refusal.notFound("abnormality", id));
        var words = note == null || note.isBlank() ? null : note.strip();
        var next = switch (AnswerRules.decide(one.state(), one.over(), step, bySite(one), words != null)) {
            case Granted(var state) -> state;
            case Declined(var reason) -> throw declined(reason, step);
        };
        if (one.version() != version) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else has changed this; look at it again.");
        }
        var now = clock.instant();
        store.answered(id, next, now);
        store.say(id, new Answer(now, Acting.current().name(), step, words));
        audit.record("ABNORMALITY_" + next, "ABNORMALITY", id.toString(), one.unitPath(),
                Map.of("site", one.site(), "cause", one.cause().name()));
        hint(one.unitPath(), id);
    }

    @EventListener
    void on(UnitsMoved moved) {
        store.moveUnits(moved.oldPrefix(), moved.newPrefix());
    }

    private static boolean bySite(Abnormality one) {
        return Acting.current() instanceof Actor.Person person && person.unitPath().startsWith(one.unitPath());
    }

    private static Refusal declined(AnswerRules.Reason reason, AnswerStep step) {
        return switch (reason) {
            case NOTE_MISSING -> Refusal.invalid("note", null, "MISSING", "Say why, or what was done.");
            case NOT_BY_THE_SITE -> Refusal.forbidden(reason.name(), "A unit above the site settles this.");
            case ALREADY_SETTLED, ALREADY_ACKNOWLEDGED, ALREADY_OVER -> Refusal.conflict(reason.name(),
                    "%s is not possible: %s.".formatted(step, reason));
        };
    }

    private void tell(Abnormality one, Kind kind, PersonRef to, Instant now) {
        events.publishEvent(new AbnormalityNews(one.id(), network.ref(one.site()), one.cause(), kind, to, one.dueAt(),
                now));
    }

    private void hint(String path, UUID id) {
        live.tell("operation", path, Map.of("id", id.toString()));
    }
}
