package io.waypost.core.watch;

import io.waypost.core.scan.ScanType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * {@link SilenceWatch} on numbers: the same findings at the same logical seconds for the same scans in the same order, without an object
 * a scan. What is rare (pauses that people gave, when a standing warning was raised) is in a {@link ParcelAside}. Not safe for threads:
 * whoever owns the states owns it.
 *
 * <p>The rule is written down in {@link SilenceWatch}, which also explains findings to people; a test holds the two together.
 */
public final class CompactWatch {

    /** No deadline. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final int DEPARTED = ScanType.DEPARTED.code();
    private static final int UNBAGGED = ScanType.UNBAGGED.code();
    private static final int OUT_FOR_DELIVERY = ScanType.OUT_FOR_DELIVERY.code();

    private final List<LimitIndex> newestFirst;
    private final SiteIndex sites;
    private final CourseSieve courses;
    private final Closures closures;
    private final int[] pauseSeconds;
    private final boolean[] valid = new boolean[ScanType.CODES + 1];
    private final boolean[] terminal = new boolean[ScanType.CODES + 1];

    /** When the parcels at, or on the way to, a site rest: pairs of seconds in the order of their beginning. */
    @FunctionalInterface
    public interface Closures {

        /** No site is closed. */
        Closures NONE = _ -> Resting.NEVER;

        int[] closing(int site);
    }

    /**
     * A watch by these versions of the table.
     *
     * @param versions at least one
     */
    public CompactWatch(List<Limits> versions, PauseRules pauseRules, Closures closures, SiteIndex sites,
            LaneIndex lanes) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A watch needs a version of the limits.");
        }
        this.newestFirst = versions.stream()
                .sorted(Comparator.comparing(Limits::effectiveFrom).thenComparingInt(Limits::version).reversed())
                .map(version -> new LimitIndex(version, sites, lanes)).toList();
        this.sites = sites;
        this.courses = new CourseSieve(sites);
        this.closures = closures;
        this.pauseSeconds = new int[ScanType.CODES + 1];
        for (var type : ScanType.values()) {
            var rule = pauseRules.byType().get(type);
            pauseSeconds[type.code()] = rule == null ? -1 : (int) Limit.hours(rule.hours()).toSeconds();
            valid[type.code()] = type.valid();
            terminal[type.code()] = type.terminal();
        }
    }

    /** Applies a scan at its arrival. */
    public void onScan(ParcelState state, ParcelAside aside, CompactScan scan, CompactFindings out) {
        onScan(state, aside, scan, Integer.MIN_VALUE, out);
    }

    /**
     * The same for a caller that knows a second before which nothing is due, as {@link #next} said for this state or an earlier one that
     * was due no later: most scans come before it, and then nothing has to be reckoned.
     */
    public void onScan(ParcelState state, ParcelAside aside, CompactScan scan, int nothingBefore,
            CompactFindings out) {
        int at = believe(state, scan) ? scan.arrival : scan.at;
        boolean old = scan.historic && at == scan.at;
        if (nothingBefore < scan.arrival) {
            advance(state, aside, scan.arrival, out);
        }
        boolean suspected = !old && courses.scanned(state, scan, at);
        if (moves(state, scan, at, old)) {
            move(state, aside, scan, at, out);
        }
        if (suspected) {
            out.suspected(state, scan.arrival);
        }
    }

    /** Fires what was due before that second. */
    public void advance(ParcelState state, ParcelAside aside, int at, CompactFindings out) {
        int due = next(state, aside);
        while (due < at) {
            if (!moreTime(state, aside, due)) {
                state.set(ParcelState.WARNED, true);
                state.warnings++;
                aside.warnedAt(due);
                out.raised(state, due);
                return;
            }
            due = next(state, aside);
        }
    }

    /** When the next warning is due if nothing happens, or {@link #NEVER}. */
    public int next(ParcelState state, ParcelAside aside) {
        if (!state.seen() || state.limitVersion == 0 || state.has(ParcelState.WARNED)
                || state.has(ParcelState.SETTLED)) {
            return NEVER;
        }
        int seconds = version(state.limitVersion, state.lastArrival).seconds(state.stage, state.lane, state.lastAt,
                expectedSite(state));
        int limitAt = Resting.after(state.lastAt, seconds, reasons(state, aside));
        return Math.max(limitAt, settled(state));
    }

    /** The parcel may rest, as a person says; another pause of the same id is replaced. */
    public void rests(ParcelState state, ParcelAside aside, Pause pause, int at, CompactFindings out) {
        advance(state, aside, at, out);
        aside.add(pause);
        state.set(ParcelState.RESTS, true);
        if (state.has(ParcelState.WARNED)) {
            state.set(ParcelState.WARNED, false);
            int due = next(state, aside);
            if (due > at && due != NEVER) {
                out.cleared(state, at, ClearCause.PAUSED);
            } else {
                state.set(ParcelState.WARNED, true);
            }
        }
    }

    /** The pause of that id ends now, one that a scan brought included. */
    public void endPause(ParcelState state, ParcelAside aside, String id, int at, CompactFindings out) {
        advance(state, aside, at, out);
        if (state.seen() && id.equals("SCAN:" + ScanType.ofCode(state.type))) {
            aside.ownEndsBy(state.has(ParcelState.OWN_PAUSE_ENDED) ? Math.min(at, aside.ownEndsBy()) : at);
            state.set(ParcelState.OWN_PAUSE_ENDED, true);
        } else {
            aside.end(id, at);
        }
    }

    /** A person settled the present silence. */
    public void settle(ParcelState state, ParcelAside aside, int at, CompactFindings out) {
        advance(state, aside, at, out);
        if (state.has(ParcelState.WARNED)) {
            out.cleared(state, at, ClearCause.MANUAL);
            state.set(ParcelState.WARNED, false);
            state.set(ParcelState.SETTLED, true);
        }
    }

    private boolean moreTime(ParcelState state, ParcelAside aside, int due) {
        var now = at(due);
        if (now.version() == state.limitVersion) {
            return false;
        }
        int before = state.limitVersion;
        int allowed = now.seconds(state.stage, state.lane, state.lastAt, expectedSite(state));
        state.limitVersion = allowed == LimitIndex.UNWATCHED ? before : now.version();
        if (state.limitVersion != before && next(state, aside) > due) {
            return true;
        }
        state.limitVersion = before;
        return false;
    }

    private int settled(ParcelState state) {
        return state.lastArrival + at(state.lastArrival).settling(state.lastArrival - state.lastAt);
    }

    private int[] reasons(ParcelState state, ParcelAside aside) {
        int[] spans = state.has(ParcelState.RESTS) ? aside.spans() : Resting.NEVER;
        int pause = pauseSeconds[state.type];
        if (pause >= 0) {
            int until = state.lastAt + pause;
            spans = Resting.with(spans, state.lastAt,
                    state.has(ParcelState.OWN_PAUSE_ENDED)
                            ? Math.min(until, Math.max(state.lastAt, aside.ownEndsBy()))
                            : until);
        }
        return Resting.joined(spans, closures.closing(expectedSite(state)));
    }

    /** A scan at the site that the parcel was sent to cannot be older than the departure: the device's clock is behind. */
    private boolean believe(ParcelState state, CompactScan scan) {
        return state.seen() && state.type == DEPARTED && state.nextSite != SiteIndex.NONE
                && scan.site == state.nextSite && valid[scan.type] && scan.at <= state.lastAt
                && scan.arrival > state.lastAt;
    }

    private boolean moves(ParcelState state, CompactScan scan, int at, boolean historic) {
        boolean ends = terminal[scan.type] && state.seen();
        return valid[scan.type] && newer(state, scan, at) && (!historic || ends);
    }

    private boolean newer(ParcelState state, CompactScan scan, int at) {
        if (!state.seen() || at != state.lastAt) {
            return at > state.lastAt;
        }
        return scan.type != state.type
                ? ScanType.ofCode(scan.type).compareTo(ScanType.ofCode(state.type)) > 0
                : scan.site != state.site
                        && sites.site(scan.site).code().compareTo(sites.site(state.site).code()) > 0;
    }

    private void move(ParcelState state, ParcelAside aside, CompactScan scan, int at, CompactFindings out) {
        if (state.has(ParcelState.WARNED)) {
            out.cleared(state, scan.arrival, at <= aside.warnedAt()
                    ? ClearCause.LATE_UPLOAD
                    : terminal[scan.type] ? ClearCause.FINISHED : ClearCause.RESUMED);
        }
        boolean bagged = scan.type != UNBAGGED && scan.type != OUT_FOR_DELIVERY
                && (scan.bagged || state.has(ParcelState.BAGGED));
        boolean rests = state.has(ParcelState.RESTS) && aside.forget(at);
        state.lastAt = at;
        state.lastArrival = scan.arrival;
        state.site = scan.site;
        state.nextSite = scan.nextSite;
        state.lane = scan.lane;
        state.type = scan.type;
        state.stage = scan.stage;
        state.warnings = 0;
        state.flags = 0;
        state.set(ParcelState.BAGGED, bagged);
        state.set(ParcelState.RESTS, rests);
        var limits = at(scan.arrival);
        state.limitVersion = limits.watches(scan.stage, scan.lane, at) ? limits.version() : 0;
    }

    private int expectedSite(ParcelState state) {
        return state.type == DEPARTED && state.nextSite != SiteIndex.NONE ? state.nextSite : state.site;
    }

    private LimitIndex at(int second) {
        for (var index : newestFirst) {
            if (index.effectiveFrom() <= second) {
                return index;
            }
        }
        return newestFirst.getLast();
    }

    private LimitIndex version(int number, int otherwiseAt) {
        for (var index : newestFirst) {
            if (index.version() == number) {
                return index;
            }
        }
        return Objects.requireNonNull(at(otherwiseAt));
    }
}
