package io.waypost.app.improvement;

import io.waypost.app.improvement.ImprovementView.ImprovementEvent;
import io.waypost.app.improvement.ImprovementView.ImprovementSpan;
import io.waypost.app.improvement.ImprovementView.Step;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.core.improvement.Cause;
import io.waypost.core.improvement.ItemState;
import io.waypost.core.improvement.Tally;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows improvement items, one or many, the newest first. */
@Service
class ImprovementLists {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ItemStore store;
    private final Causes causes;
    private final Network network;
    private final Clock clock;

    ImprovementLists(ItemStore store, Causes causes, Network network, Clock clock) {
        this.store = store;
        this.causes = causes;
        this.network = network;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<ImprovementView> list(ItemState.@Nullable Name state, @Nullable String cause, @Nullable String cursor,
            @Nullable Integer limit) {
        int size = Page.limit(limit);
        var place = Cursor.read(cursor, 1);
        var found = store.list(new ItemStore.Asked(state, cause, place.isEmpty() ? null : id(place.getFirst())),
                size + 1);
        var page = found.size() > size ? found.subList(0, size) : found;
        return new Page<>(page.stream().map(item -> view(item, List.of())).toList(),
                found.size() > size ? Cursor.of(page.getLast().id()) : null, null);
    }

    @Transactional(readOnly = true)
    public ImprovementView view(UUID id) {
        var item = store.find(id).orElseThrow(() -> Refusal.notFound("improvement", id));
        return view(item, store.history(id).stream().map(event -> new ImprovementEvent(event.at(), event.byName(),
                event.state(), event.note())).toList());
    }

    private ImprovementView view(KeptItem item, List<ImprovementEvent> history) {
        var draft = item.draft();
        var cause = causes.find(draft.cause());
        var after = item.after();
        var doneAt = item.doneAt();
        var comparison = after == null ? null : Improvements.comparison(item, after);
        boolean working = item.doneAt() == null && item.endedAt() == null;
        return new ImprovementView(item.id(), draft.cause(), cause.map(Cause::nameZh).orElse(draft.cause()),
                cause.map(Cause::nameEn).orElse(draft.cause()), network.ref(draft.unitCode()), draft.title(),
                draft.plan(), draft.owner(), draft.due(),
                working && draft.due().isBefore(LocalDate.ofInstant(clock.instant(), ZONE)), draft.measure(),
                item.state(), span(item.before().from(), item.before().until(), item.before().tally()),
                after == null || doneAt == null ? null : span(doneAt, after.until(), after.tally()),
                item.compareAt(), comparison == null ? null : comparison.ratio(),
                comparison == null || comparison.ratio() == null ? null : (Double) comparison.low(),
                comparison == null ? null : comparison.high(), comparison == null ? null : comparison.trend(),
                item.proposedAt(), item.proposedBy(), item.version(), steps(item.state()), history);
    }

    private static List<Step> steps(ItemState.Name state) {
        return switch (state) {
            case PROPOSED -> List.of(Step.ACCEPT, Step.DROP);
            case ACCEPTED -> List.of(Step.START, Step.DROP);
            case IN_PROGRESS -> List.of(Step.FINISH, Step.DROP);
            case DONE, VERIFIED, FAILED, DROPPED -> List.of();
        };
    }

    private static ImprovementSpan span(Instant from, Instant until, Tally tally) {
        return new ImprovementSpan(from, until, tally.weeks(), tally.tickets(), tally.ended());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.invalid("cursor", text, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }
}
