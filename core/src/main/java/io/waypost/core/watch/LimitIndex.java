package io.waypost.core.watch;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitRow.Basis;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One version of the table of limits, made for looking up millions of times a second: the row of a stage, lane and part of the day is
 * found once and then kept. Gives the same seconds as {@link Limits#limit}; where a holiday may be near, it asks that. Not safe for
 * threads.
 */
final class LimitIndex {

    /** The stage is not watched. */
    static final int UNWATCHED = -1;

    private static final int PARTS = DayPart.values().length;
    private static final int STAGES = Stage.CODES + 1;
    private static final int DAY = 86_400;
    /** China has had one clock without summer time since 1992. */
    private static final int EAST = 8 * 3600;
    private static final double UNKNOWN = Double.NaN;

    private final Limits limits;
    private final SiteIndex sites;
    private final LaneIndex lanes;
    private final int version;
    private final int effectiveFrom;
    private final int shortestSettling;
    private final int[] holidays;
    /** Hours before the grace by lane, stage and part of the day; negative where not watched. */
    private double[] hours = new double[0];
    /** How far a row looks for holidays, in seconds; 0 where it does not. */
    private int[] looksAhead = new int[0];
    /** The days of rest of a row; null where every day counts. */
    private @Nullable RestDays[] restDays = new RestDays[0];
    /** Whether the days of the place count for a row where they are known. */
    private boolean[] takesThoseOfThePlace = new boolean[0];
    private final BitSet restingSites = new BitSet();
    private int askedSites;
    /** The seconds where the site has the grace of most, that of those whose lateness is not known. */
    private int[] usualSeconds = new int[0];
    private final double usualGrace;
    private double[] graces = new double[0];
    /** Between these seconds no holiday begins or lasts. */
    private int calmFrom;
    private int calmUntil;

    LimitIndex(Limits limits, SiteIndex sites, LaneIndex lanes) {
        this.limits = limits;
        this.version = limits.version();
        this.shortestSettling = (int) Limit.hours(limits.policy().settleHours()).toSeconds();
        this.sites = sites;
        this.lanes = lanes;
        this.effectiveFrom = (int) Math.max(Integer.MIN_VALUE, limits.effectiveFrom().getEpochSecond());
        this.usualGrace = Math.min(limits.policy().graceCapHours(), limits.policy().defaultGraceHours());
        this.holidays = limits.holidays().all().stream()
                .flatMapToInt(holiday -> java.util.stream.IntStream.of(
                        (int) holiday.first().atStartOfDay(Holidays.ZONE).toEpochSecond(),
                        (int) holiday.last().plusDays(1).atStartOfDay(Holidays.ZONE).toEpochSecond()))
                .toArray();
    }

    Limits limits() {
        return limits;
    }

    int version() {
        return version;
    }

    int effectiveFrom() {
        return effectiveFrom;
    }

    /** For how many seconds after it arrived nothing is said of a scan that was so many seconds late. */
    int settling(int late) {
        if (late / 2 < shortestSettling) {
            return shortestSettling;
        }
        var policy = limits.policy();
        return (int) Limit.hours(Math.clamp(late / 3600.0 / 2, policy.settleHours(), policy.settleCapHours()))
                .toSeconds();
    }

    /** Whether parcels of that stage are watched at all. */
    boolean watches(int stage, int lane, int at) {
        return base(cell(stage, lane, at), stage, lane, at) >= 0;
    }

    /**
     * How many seconds a parcel may be silent, or {@link #UNWATCHED}.
     *
     * @param at second of the last scan
     * @param expectedSite where the next scan should come from
     */
    int seconds(int stage, int lane, int at, int expectedSite) {
        int cell = cell(stage, lane, at);
        double base = base(cell, stage, lane, at);
        if (base < 0) {
            return UNWATCHED;
        }
        if (looksAhead[cell] > 0 && nearHoliday(at, looksAhead[cell])) {
            return slow(stage, lane, at, expectedSite);
        }
        double grace = grace(expectedSite);
        var rest = restDays(cell, stage, lane, expectedSite);
        if (rest != null) {
            return seconds(base + rest.lengthens(at, base), grace);
        }
        return grace == usualGrace ? usualSeconds[cell] : seconds(base, grace);
    }

    private int cell(int stage, int lane, int at) {
        int cell = (lane * STAGES + stage) * PARTS + part(at);
        if (cell >= hours.length) {
            grow(cell);
        }
        return cell;
    }

    private double base(int cell, int stage, int lane, int at) {
        double base = hours[cell];
        return Double.isNaN(base) ? find(cell, stage, lane, at) : base;
    }

    private static int seconds(double base, double grace) {
        return Math.toIntExact(Limit.hours(Limit.round(base + grace)).toSeconds());
    }

    /** The part of the day at that second, as {@link DayPart} has it, by the clock on the wall of a site; from 0. */
    private static int part(int at) {
        int hour = Math.floorMod(at + EAST, DAY) / 3600;
        return hour < 6 || hour >= 22 ? 0 : hour < 12 ? 1 : hour < 18 ? 2 : 3;
    }

    private double find(int cell, int stage, int lane, int at) {
        var scan = scan(stage, lane, at, SiteIndex.NONE);
        var row = limits.row(scan);
        double base = row.map(found -> limits.hoursWithoutHoliday(found, scan)).orElse(-1.0);
        hours[cell] = base;
        usualSeconds[cell] = base < 0 ? UNWATCHED : seconds(base, usualGrace);
        looksAhead[cell] = row.filter(found -> found.basis() != Basis.SET)
                .map(found -> (int) Limit.hours(found.hours()).toSeconds()).orElse(0);
        restDays[cell] = row.map(found -> limits.restOfItsKind(found, scan)).filter(days -> !days.isEmpty())
                .orElse(null);
        takesThoseOfThePlace[cell] = !limits.restByPlace().isEmpty()
                && row.filter(Limits::takesThoseOfThePlace).isPresent();
        return base;
    }

    private @Nullable RestDays restDays(int cell, int stage, int lane, int site) {
        if (!takesThoseOfThePlace[cell] || !restsOnItsOwn(site)) {
            return restDays[cell];
        }
        var own = limits.restOfPlace(sites.site(site).code(), Stage.ofCode(stage), lanes.lane(lane));
        if (own == null) {
            return restDays[cell];
        }
        return own.isEmpty() ? null : own;
    }

    /** Whether anything is known of the days of rest of that very site: of most it is not, and their codes need not be looked up. */
    private boolean restsOnItsOwn(int site) {
        while (askedSites <= site) {
            restingSites.set(askedSites, limits.places().contains(sites.site(askedSites).code()));
            askedSites++;
        }
        return restingSites.get(site);
    }

    private boolean nearHoliday(int from, int seconds) {
        // Days count whole, so a holiday of the day in which the time ends is near too.
        int until = from + seconds;
        if (from >= calmFrom && until < calmUntil) {
            return false;
        }
        int calmSince = Integer.MIN_VALUE;
        int nextBegins = Integer.MAX_VALUE;
        for (int i = 0; i < holidays.length; i += 2) {
            if (from < holidays[i + 1] && until >= holidays[i]) {
                return true;
            }
            if (holidays[i + 1] <= from) {
                calmSince = Math.max(calmSince, holidays[i + 1]);
            } else {
                nextBegins = Math.min(nextBegins, holidays[i]);
            }
        }
        calmFrom = calmSince;
        calmUntil = nextBegins;
        return false;
    }

    private int slow(int stage, int lane, int at, int expectedSite) {
        return limits.limit(scan(stage, lane, at, expectedSite))
                .map(limit -> Math.toIntExact(limit.duration().toSeconds())).orElse(UNWATCHED);
    }

    private LastScan scan(int stage, int lane, int at, int site) {
        var time = Instant.ofEpochSecond(at);
        return new LastScan(ScanType.ARRIVED, time, time, sites.site(site).code(), Stage.ofCode(stage), null, null,
                lanes.lane(lane));
    }

    private double grace(int site) {
        if (site >= graces.length) {
            int before = graces.length;
            graces = Arrays.copyOf(graces, Math.max(sites.size(), site + 1));
            Arrays.fill(graces, before, graces.length, UNKNOWN);
        }
        double grace = graces[site];
        if (Double.isNaN(grace)) {
            grace = limits.grace(sites.site(site).code());
            graces[site] = grace;
        }
        return grace;
    }

    private void grow(int cell) {
        int before = hours.length;
        int size = Math.max(cell + 1, before * 2);
        hours = Arrays.copyOf(hours, size);
        Arrays.fill(hours, before, size, UNKNOWN);
        looksAhead = Arrays.copyOf(looksAhead, size);
        restDays = Arrays.copyOf(restDays, size);
        takesThoseOfThePlace = Arrays.copyOf(takesThoseOfThePlace, size);
        usualSeconds = Arrays.copyOf(usualSeconds, size);
    }
}
