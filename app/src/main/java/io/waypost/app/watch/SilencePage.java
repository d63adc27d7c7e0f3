package io.waypost.app.watch;

import io.waypost.app.network.Network;
import io.waypost.app.parcel.FindingView;
import io.waypost.app.parcel.LimitView;
import io.waypost.app.parcel.ParcelSilence;
import io.waypost.app.parcel.PauseView;
import io.waypost.app.parcel.SilenceView;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.core.watch.Silence;
import io.waypost.core.watch.Silence.Level;
import io.waypost.core.watch.SilenceWatch;
import io.waypost.core.watch.WatchState;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the parcel pages show of the watch. */
@Component
class SilencePage implements ParcelSilence {

    private final SilenceEngine engine;
    private final FindingStore findings;
    private final LimitShelf limits;
    private final Lanes lanes;
    private final Network network;

    SilencePage(SilenceEngine engine, FindingStore findings, LimitShelf limits, Lanes lanes, Network network) {
        this.engine = engine;
        this.findings = findings;
        this.limits = limits;
        this.lanes = lanes;
        this.network = network;
    }

    @Override
    @Transactional(readOnly = true)
    public Standing standing(String waybill, Instant now) {
        var state = engine.states(List.of(waybill)).get(waybill);
        var warnings = findings.ofParcel(waybill).stream().map(this::view).toList();
        if (state == null) {
            return new Standing(null, List.of(), warnings);
        }
        var watch = engine.watch();
        var pauses = watch.reasons(state).stream().map(PauseView::of).toList();
        return new Standing(view(silence(state, watch, now)), pauses, warnings);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Norm> norms(List<TimelineScan> scans, @Nullable String destinationDivision) {
        var book = limits.book();
        var today = limits.current();
        return scans.stream().map(scan -> {
            var last = lanes.of(scan, destinationDivision);
            var counted = book.at(scan.arrivedAt());
            var hours = counted.limit(last).map(limit -> limit.hours()).orElse(null);
            var usual = today.usual(last).orElse(null);
            return new Norm(hours, usual == null ? null : usual.lowHours(), usual == null ? null : usual.highHours());
        }).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Level> levels(Collection<String> waybills, Instant now) {
        var watch = engine.watch();
        var levels = new HashMap<String, Level>();
        engine.states(waybills).forEach((waybill, state) -> levels.put(waybill, silence(state, watch, now).level()));
        return levels;
    }

    FindingView view(Finding finding) {
        return new FindingView(finding.id(), "SILENT", finding.waybill(), finding.raisedAt(), finding.silentSince(),
                finding.limitAt(), LimitView.of(finding.limit()), network.ref(finding.responsible().site()),
                finding.responsible().rule(), finding.clearedAt(), finding.clearedBy(), finding.verdict(),
                finding.ticketId());
    }

    private Silence silence(WatchState state, SilenceWatch watch, Instant now) {
        return Silence.of(watch.advance(state, now).state(), watch, limits.current().policy(), now);
    }

    private static SilenceView view(Silence silence) {
        var limit = silence.limit();
        return new SilenceView(silence.level(), silence.since(), silence.watchAt(), silence.limitAt(),
                limit == null ? null : LimitView.of(limit));
    }
}
