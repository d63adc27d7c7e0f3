package io.waypost.app.sop;

import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.Sop;
import io.waypost.core.sop.SopComparison;
import io.waypost.core.sop.SopDraft;
import io.waypost.core.sop.SopFlaw;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.SopLife.State;
import io.waypost.core.sop.TicketKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people are shown of SOPs. */
@Component
class SopViews {

    private final SopVersionStore store;
    private final SopDesk desk;
    private final SopIndex index;
    private final Clock clock;

    SopViews(SopVersionStore store, SopDesk desk, SopIndex index, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.index = index;
        this.clock = clock;
    }

    /** Which version of which kind's SOP. */
    record SopRef(String code, int version) {

        static SopRef of(SopId id) {
            return new SopRef(id.kind().code(), id.version());
        }
    }

    /** A version without its text. */
    record SopVersionRow(String code, int version, State state, boolean inForce, @Nullable Instant effectiveFrom,
            boolean runningToo, String author, Instant createdAt, @Nullable String approver,
            @Nullable Instant approvedAt, String note, String refusal) {}

    /**
     * A kind with what handles it.
     *
     * @param own whether it is its own SOP; otherwise its first level's
     * @param stages how many stages it has
     * @param firstMinutes how long whoever acts first has
     * @param underWay what is in the making or comes into force later
     */
    record SopLine(String code, SopRef inForce, boolean own, int stages, long firstMinutes, long firstUrgentMinutes,
            @Nullable Instant since, List<SopVersionRow> underWay) {}

    /** A flaw of a draft. */
    record SopFlawView(String field, String value, SopFlaw.Reason reason) {}

    /**
     * A version with its text.
     *
     * @param base what it is compared with: what is in force now, for a version in force what was before it
     * @param baseBody the text of that; null where there is none
     * @param changes what it says otherwise than that
     * @param editable whether it is a draft
     */
    record SopVersionView(SopVersionRow version, int revision, SopBody body, List<SopFlawView> flaws,
            @Nullable SopRef base, @Nullable SopBody baseBody, List<SopComparison.Change> changes, boolean editable,
            boolean ownWork) {}

    List<SopLine> lines() {
        var now = clock.instant();
        var underWay = store.underWay(now).stream().collect(Collectors.groupingBy(one -> one.id().kind()));
        return index.kinds().all().stream()
                .map(entry -> line(entry, underWay.getOrDefault(entry.kind(), List.of()), now))
                .toList();
    }

    List<SopVersionRow> rows(TicketKind kind) {
        var now = clock.instant();
        return store.of(kind).stream().map(version -> row(version, now)).toList();
    }

    SopVersionView view(SopVersion version) {
        var now = clock.instant();
        var base = base(version, now);
        var before = base == null ? null : draft(base);
        boolean open = version.state() == State.DRAFT || version.state() == State.SUBMITTED;
        return new SopVersionView(row(version, now), version.revision(), SopBody.of(version.draft()),
                open
                        ? desk.flaws(version.draft()).stream()
                                .map(flaw -> new SopFlawView(flaw.field(), flaw.value(), flaw.reason())).toList()
                        : List.of(),
                base == null ? null : SopRef.of(base.id()),
                before == null ? null : SopBody.of(before),
                before == null ? List.of() : SopComparison.of(before, version.draft()).changes(),
                version.state() == State.DRAFT,
                Hands.current() == null || version.editors().contains(Hands.current()));
    }

    /** What a version is compared with: what it takes or took the place of. */
    @Nullable
    Sop base(SopVersion version, Instant now) {
        var from = version.effectiveFrom();
        var at = version.state() == State.APPROVED && from != null && !from.isAfter(now)
                ? from.minusNanos(1_000)
                : now;
        var picture = index.current();
        return picture.inForce(version.id().kind(), at).filter(sop -> !sop.id().equals(version.id())).orElse(null);
    }

    private static SopDraft draft(Sop sop) {
        return new SopDraft(sop.stages(), sop.longestWait(), sop.reopenWindow(), sop.repeatWindow(), sop.handOvers());
    }

    private SopLine line(KindEntry entry, List<SopVersion> underWay, Instant now) {
        var sop = index.inForce(entry.kind(), now);
        var first = sop.stages().getFirst();
        var since = index.current().since(sop.id()).filter(at -> at.isAfter(Instant.EPOCH)).orElse(null);
        return new SopLine(entry.kind().code(), SopRef.of(sop.id()), sop.id().kind().equals(entry.kind()),
                sop.stages().size(), first.normal().toMinutes(), first.urgent().toMinutes(), since,
                underWay.stream().map(version -> row(version, now)).toList());
    }

    private SopVersionRow row(SopVersion version, Instant now) {
        boolean inForce = index.current().own(version.id().kind(), now)
                .filter(sop -> sop.id().equals(version.id())).isPresent();
        return new SopVersionRow(version.id().kind().code(), version.id().version(), version.state(), inForce,
                version.effectiveFrom(), version.runningToo(), version.author(), version.createdAt(),
                version.approver(), version.approvedAt(), version.note(), version.refusal());
    }
}
