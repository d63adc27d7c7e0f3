package io.waypost.core.watch;

import io.waypost.core.anomaly.Kinds;
import io.waypost.core.scan.ScanType;
import java.util.function.Predicate;

/**
 * Tells of which parcels {@link io.waypost.core.anomaly.AnomalyRules} may have something to say (疑点), from sixteen bits a parcel and the
 * scan that just came. It never misses one and says too much now and then: whoever hears of a suspicion asks the rules about all scans
 * of the parcel. Not safe for threads, as the sites that it asks about are not.
 *
 * <p>From below, the bits are: the first hub the parcel came to and the second, by their hashes, until it goes out for delivery; how
 * long it has been where it is; whether anybody tried to deliver it; whether that failed.
 */
final class CourseSieve {

    private static final int FIRST_HUB = 0x3f;
    private static final int SECOND_HUB = 0x1f << 6;
    private static final int SECOND_SHIFT = 6;
    /** In the place of the second hub: there were more than two. */
    private static final int MORE_HUBS = 31;
    /** In the place of the first hub, once it went out for delivery, for circles end there. */
    private static final int SIGNED_FOR = 1;
    private static final int STAY_SHIFT = 11;
    private static final int STAY = 7;
    /** In the place of the length of a stay: a scan came late meanwhile, and who knows how the stay began. */
    private static final int UNSURE = 7;
    private static final int LONGEST_STAY = 6;
    private static final int TRIP = 1 << 14;
    private static final int FAILED = 1 << 15;

    /** A stay is counted by how many borders of eight hours lie in it; half of what may be is three of them at a hub, six elsewhere. */
    private static final int PERIOD = 8 * 3_600;
    private static final int HALF_AT_HUB = 3;
    private static final int HALF_AT_OUTLET = 6;

    private static final int DEPARTED = ScanType.DEPARTED.code();
    private static final int SIGN_FAILED = ScanType.SIGN_FAILED.code();
    private static final int SIGNED = ScanType.SIGNED.code();
    private static final int MIX = 0x9E3779B1;

    private final SiteIndex sites;
    private final boolean[] valid = table(ScanType::valid);
    private final boolean[] delivers = table(Kinds::delivers);
    private final boolean[] handles = table(Kinds::handles);
    private final boolean[] elsewhere = table(type -> !Kinds.turns(type) && !type.delivered());
    private final boolean[] lies = table(type -> !Kinds.rests(type) && !Kinds.over(type)
            && type != ScanType.SIGN_FAILED);

    CourseSieve(SiteIndex sites) {
        this.sites = sites;
    }

    private static boolean[] table(Predicate<ScanType> holds) {
        var table = new boolean[ScanType.CODES + 1];
        for (var type : ScanType.values()) {
            table[type.code()] = holds.test(type);
        }
        return table;
    }

    /**
     * Takes a scan in, before the state is moved by it.
     *
     * @param at the time that is believed, which may be its arrival
     * @return whether the rules may have something new to say
     */
    boolean scanned(ParcelState state, CompactScan scan, int at) {
        if (!valid[scan.type] || again(state, scan)) {
            return false;
        }
        boolean known = state.seen();
        boolean late = known && (at != scan.at || late(state, scan));
        boolean stays = known && scan.site == state.site;
        boolean unsure = late || stayed(state) == UNSURE;
        boolean suspected = known && (unsure || (stays ? lies(state, scan) : cameElsewhere(state, scan)));
        if (known) {
            stay(state, scan, late, stays);
        }
        if (!stays && !sites.outlet(scan.site) && cameBack(state, scan)) {
            suspected |= known && state.type == DEPARTED;
        }
        suspected |= delivery(state, scan, known);
        return suspected;
    }

    /** The last scan once more. */
    private static boolean again(ParcelState state, CompactScan scan) {
        return scan.at == state.lastAt && scan.type == state.type && scan.site == state.site
                && scan.nextSite == state.nextSite;
    }

    /** Not the newest: it may change what was seen before it. */
    private static boolean late(ParcelState state, CompactScan scan) {
        return scan.at < state.lastAt || (scan.at == state.lastAt && (scan.site != state.site
                || ScanType.ofCode(scan.type).compareTo(ScanType.ofCode(state.type)) <= 0));
    }

    /** It was sent to another place than it came to. */
    private boolean cameElsewhere(ParcelState state, CompactScan scan) {
        return state.type == DEPARTED && state.nextSite != SiteIndex.NONE && state.nextSite != scan.site
                && state.nextSite != state.site && elsewhere[scan.type];
    }

    /** It is scanned again where it has been for half as long as it may lie there. */
    private boolean lies(ParcelState state, CompactScan scan) {
        boolean leaves = scan.type == DEPARTED && state.type != DEPARTED;
        return lies[scan.type] && lies[state.type] && !leaves && stayed(state, scan) >= half(scan.site);
    }

    private int half(int site) {
        return sites.outlet(site) ? HALF_AT_OUTLET : HALF_AT_HUB;
    }

    private static int stayed(ParcelState state, CompactScan scan) {
        return Math.min(LONGEST_STAY, stayed(state) + scan.at / PERIOD - state.lastAt / PERIOD);
    }

    private static int stayed(ParcelState state) {
        return (state.course >>> STAY_SHIFT) & STAY;
    }

    private static void stay(ParcelState state, CompactScan scan, boolean late, boolean stays) {
        boolean unsure = stayed(state) == UNSURE;
        int stayed = unsure ? LONGEST_STAY : 0;
        if (late || (stays && unsure)) {
            stayed = UNSURE;
        } else if (stays) {
            stayed = stayed(state, scan);
        }
        state.course = (state.course & ~(STAY << STAY_SHIFT)) | (stayed << STAY_SHIFT);
    }

    /** Notes the hub; whether it was there before, or at so many that nobody knows. */
    private static boolean cameBack(ParcelState state, CompactScan scan) {
        if ((state.course & TRIP) != 0) {
            return false;
        }
        int hash = (scan.site * MIX) >>> 8;
        int first = 1 + hash % FIRST_HUB;
        int second = 1 + hash % (MORE_HUBS - 1);
        int firstBefore = state.course & FIRST_HUB;
        int secondBefore = (state.course & SECOND_HUB) >>> SECOND_SHIFT;
        if (firstBefore == 0) {
            state.course |= first;
            return false;
        }
        if (firstBefore == first || secondBefore == second || secondBefore == MORE_HUBS) {
            return true;
        }
        state.course = (state.course & ~SECOND_HUB) | ((secondBefore == 0 ? second : MORE_HUBS) << SECOND_SHIFT);
        return false;
    }

    private boolean delivery(ParcelState state, CompactScan scan, boolean known) {
        boolean tried = (state.course & TRIP) != 0;
        boolean signedFor = tried && (state.course & SIGNED_FOR) != 0;
        boolean suspected = signedFor && handles[scan.type];
        if (scan.type == SIGN_FAILED) {
            suspected |= (state.course & FAILED) != 0;
            state.course |= FAILED;
        }
        if (scan.type == SIGNED) {
            suspected |= known && (!tried || signedFor || (scan.site != state.site && scan.site != state.nextSite));
            state.course = (state.course & ~(FIRST_HUB | SECOND_HUB)) | TRIP | SIGNED_FOR;
        } else if (delivers[scan.type] && !tried) {
            state.course = (state.course & ~(FIRST_HUB | SECOND_HUB)) | TRIP;
        }
        return suspected;
    }
}
