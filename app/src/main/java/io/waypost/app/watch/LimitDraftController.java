package io.waypost.app.watch;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitTally;
import io.waypost.core.watch.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Limits that are proposed, what they would have made of last week, and who put them into force. */
@RestController
@RequestMapping("/api/v1/watch/limits/drafts")
class LimitDraftController {

    private static final int MOST = 50;

    private final LimitDrafts drafts;
    private final LimitDraftStore store;
    private final Network network;

    LimitDraftController(LimitDrafts drafts, LimitDraftStore store, Network network) {
        this.drafts = drafts;
        this.store = store;
        this.network = network;
    }

    /** Those that wait, then those decided, the newest first; at most 50. */
    @GetMapping
    @Transactional(readOnly = true)
    public LimitDraftList list() {
        var found = store.list(MOST);
        Map<UUID, LimitReplay> replays = new HashMap<>();
        store.newest(found.stream().map(LimitDraft::id).toList())
                .forEach(replay -> replays.put(replay.draftId(), replay));
        return new LimitDraftList(found.stream().map(draft -> row(draft, replays.get(draft.id()))).toList());
    }

    @PostMapping
    LimitDraftList propose(@RequestBody LimitDesk.Setting setting) {
        drafts.make(setting);
        return list();
    }

    @PostMapping("/{id}/replay")
    LimitDraftList replay(@PathVariable UUID id) {
        drafts.tryAgain(id);
        return list();
    }

    @PostMapping("/{id}/approve")
    LimitDraftList approve(@PathVariable UUID id, @RequestBody DecisionNote decision) {
        drafts.approve(id, decision.note());
        return list();
    }

    @PostMapping("/{id}/reject")
    LimitDraftList reject(@PathVariable UUID id, @RequestBody DecisionNote decision) {
        drafts.reject(id, decision.note());
        return list();
    }

    private LimitDraftRow row(LimitDraft draft, @Nullable LimitReplay replay) {
        var setting = draft.setting();
        boolean mine = Acting.current() instanceof Actor.Person person && person.id().equals(draft.authorId());
        return new LimitDraftRow(draft.id(), Objects.requireNonNull(setting.stage()), setting.laneClass(),
                setting.fromDivision(), setting.toDivision(), Objects.requireNonNull(setting.hours()),
                Objects.requireNonNull(setting.reason()), draft.state(), draft.author(), mine, draft.madeAt(),
                draft.decidedBy(), draft.decidedAt(), draft.note(), draft.version(),
                replay == null ? null : view(replay));
    }

    /** Parcels are named only to who reaches them all. */
    private LimitReplayView view(LimitReplay replay) {
        var tally = replay.tally();
        List<ReplayExample> examples = Acting.current().scope().isEverything()
                ? tally.examples().stream().map(this::example).toList()
                : List.of();
        return new LimitReplayView(replay.state(), replay.baseVersion(), replay.from(), replay.until(), replay.oneIn(),
                replay.total(), replay.done(), tally.base(), tally.tried(), tally.dropped(), tally.droppedRight(),
                tally.droppedWrong(), tally.droppedUndecided(), tally.added(), tally.addedMoved(), tally.later(),
                tally.later() == 0 ? 0 : tally.laterHours() / tally.later(), tally.earlier(),
                tally.earlier() == 0 ? 0 : tally.earlierHours() / tally.earlier(), examples, replay.requestedAt(),
                replay.endedAt());
    }

    private ReplayExample example(LimitTally.Example one) {
        return new ReplayExample(one.waybill(), network.ref(one.site()), one.silentSince(), one.added(),
                one.silentHours(), one.movedAt(), one.verdict());
    }

    record DecisionNote(@Nullable String note) {}

    record LimitDraftList(List<LimitDraftRow> items) {}

    /**
     * One draft.
     *
     * @param mine whether whoever asks proposed it, and so may not put it into force
     */
    record LimitDraftRow(
            UUID id,
            Stage stage,
            @Nullable LaneClass laneClass,
            @Nullable String fromDivision,
            @Nullable String toDivision,
            double hours,
            String reason,
            LimitDraft.State state,
            String author,
            boolean mine,
            Instant madeAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note,
            @Nullable Integer version,
            @Nullable LimitReplayView replay) {}

    /**
     * What a draft would have made of a week, and how far the trial is.
     *
     * @param laterHours by how many hours on average
     * @param earlierHours by how many hours on average
     */
    record LimitReplayView(
            LimitReplay.State state,
            int baseVersion,
            Instant from,
            Instant until,
            int oneIn,
            long total,
            long done,
            long base,
            long tried,
            long dropped,
            long droppedRight,
            long droppedWrong,
            long droppedUndecided,
            long added,
            long addedMoved,
            long later,
            double laterHours,
            long earlier,
            double earlierHours,
            List<ReplayExample> examples,
            Instant requestedAt,
            @Nullable Instant endedAt) {}

    /** A parcel of which one table warns and the other does not. */
    record ReplayExample(String waybill, UnitRef unit, Instant silentSince, boolean added, double silentHours,
            @Nullable Instant movedAt, @Nullable Verdict verdict) {}
}
