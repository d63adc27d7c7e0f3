package io.waypost.app.liability;

import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.liability.ChargeView.What;
import io.waypost.app.live.LiveFeed;
import io.waypost.core.liability.LiabilityCommand;
import io.waypost.core.liability.LiabilityDecision.Accepted;
import io.waypost.core.liability.LiabilityDecision.Declined;
import io.waypost.core.liability.LiabilityRules;
import io.waypost.core.liability.LiabilityState.Final;
import io.waypost.core.liability.Shares;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes a step: what the rules decide, the books, the row, the history, who is told. Inside the caller's transaction. */
@Component
class ChargeSteps {

    static final String KIND = "CHARGE";

    private final ChargeStore store;
    private final ChargePartStore parts;
    private final ChargeMoney money;
    private final ChargePlaces places;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final LiveFeed live;
    private final ChargeTelling telling;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;

    ChargeSteps(ChargeStore store, ChargePartStore parts, ChargeMoney money, ChargePlaces places,
            Attachments attachments, AuditTrail audit, LiveFeed live, ChargeTelling telling,
            ObjectProvider<Deadlines> deadlines, Clock clock) {
        this.store = store;
        this.parts = parts;
        this.money = money;
        this.places = places;
        this.attachments = attachments;
        this.audit = audit;
        this.live = live;
        this.telling = telling;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Takes it.
     *
     * @param locked the charge, locked
     * @param text what the person wrote; null for the platform
     * @throws Refusal where the rules decline
     */
    KeptCharge take(KeptCharge locked, LiabilityCommand command, What what, @Nullable String text,
            Map<String, ?> data) {
        return take(locked, command, what, text, data, clock.instant());
    }

    KeptCharge take(KeptCharge locked, LiabilityCommand command, What what, @Nullable String text, Map<String, ?> data,
            Instant now) {
        return switch (LiabilityRules.decide(locked.liability(), command, now)) {
            case Declined(var reason) -> throw Refusal.conflict(reason.name(),
                    "The charge %s is %s: %s.".formatted(locked.paper().number(), locked.state(), reason));
            case Accepted(var next, var movement) -> {
                var moved = money.move(locked.with(next), movement);
                var ended = next.state() instanceof Final ? moved.ended(now) : moved;
                var shown = ended.shownTo(places.seenBy(ended));
                write(locked, shown, now);
                var told = new HashMap<String, Object>(data);
                told.put("units", Shares.byUnit(next.shares()));
                told.put("money", movement.name());
                log(shown, what, text, told, now);
                telling.tell(locked, shown, now);
                yield shown;
            }
        };
    }

    private void write(KeptCharge before, KeptCharge next, Instant now) {
        store.update(next);
        store.addParts(before, next, now);
        if (!next.unitPaths().equals(before.unitPaths())) {
            attachments.showTo(new Subject(KIND, next.id()), next.unitPaths());
        }
        next.liability().state().due().ifPresent(due -> deadlines.getObject().wake(ChargeDeadlines.class, due));
    }

    private void log(KeptCharge next, What what, @Nullable String text, Map<String, ?> data, Instant now) {
        parts.log(next.id(), now, By.current(), what, next.state(), text, data);
        audit.record("CHARGE_" + what, KIND, next.paper().number(),
                next.unitPaths().stream().sorted().toList().getFirst(),
                data);
        next.unitPaths().forEach(path -> live.tell("charge", path, Map.of("id", next.id().toString())));
    }
}
