package io.waypost.app.watch;

import io.waypost.app.live.LiveFeed;
import io.waypost.core.watch.SilenceFinding;
import io.waypost.core.watch.Verdict;
import io.waypost.core.watch.WatchEffect;
import io.waypost.core.watch.WatchEffect.Cleared;
import io.waypost.core.watch.WatchEffect.Raised;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what the watch says, judges it, and tells the other features, all in the running transaction. */
@Component
class Warnings {

    private final FindingStore store;
    private final Lanes lanes;
    private final ApplicationEventPublisher events;
    private final LiveFeed live;
    private final MassDesk masses;

    Warnings(FindingStore store, MassDesk masses, Lanes lanes, ApplicationEventPublisher events, LiveFeed live) {
        this.store = store;
        this.masses = masses;
        this.lanes = lanes;
        this.events = events;
        this.live = live;
    }

    void tell(List<WatchEffect> effects) {
        for (var effect : effects) {
            switch (effect) {
                case Raised(var finding) -> raise(finding);
                case Cleared cleared -> clear(cleared);
            }
        }
    }

    void acted(UUID findingId, Instant at, boolean trouble) {
        store.acted(findingId, at, trouble);
        judge(findingId);
    }

    private void raise(SilenceFinding finding) {
        var site = finding.responsible().site();
        if (store.insert(finding, lanes.path(site), lanes.province(site))) {
            boolean again = store.ofParcel(finding.waybill()).stream()
                    .anyMatch(other -> other.silentSince().equals(finding.silentSince())
                            && !other.id().equals(finding.id()));
            events.publishEvent(
                    new SilenceRaised(finding, again, finding.raisedAt(), masses.gather(finding).orElse(null)));
            hint(finding.id(), finding.waybill(), site);
        }
    }

    private void clear(Cleared cleared) {
        store.clear(cleared.findingId(), cleared.at(), cleared.cause());
        judge(cleared.findingId());
        events.publishEvent(new SilenceCleared(cleared.findingId(), cleared.waybill(), cleared.at(), cleared.cause()));
        store.find(cleared.findingId()).ifPresent(
                kept -> hint(cleared.findingId(), cleared.waybill(), kept.finding().responsible().site()));
    }

    private void hint(UUID findingId, String waybill, String site) {
        live.tell("finding", lanes.path(site), Map.of("id", findingId, "waybill", waybill, "unitCode", site));
    }

    private void judge(UUID findingId) {
        store.lock(findingId).ifPresent(kept -> store.judge(findingId, Verdict.of(kept.finding().clearedBy(),
                kept.finding().clearedAt(), kept.actedAt(), kept.trouble()).orElse(null)));
    }
}
