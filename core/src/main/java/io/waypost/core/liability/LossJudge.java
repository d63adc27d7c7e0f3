package io.waypost.core.liability;

import io.waypost.core.liability.LiabilityEvidence.Kind;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Who lost it (遗失): whoever had it in the hands last, or of two the one that the hand-over speaks against. */
final class LossJudge {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private LossJudge() {}

    static Judgement judge(Workings workings) {
        var stay = workings.chain().last();
        return switch (stay.phase()) {
            case PICKED_UP -> held(workings, stay, BrokenLink.PICKED_UP_NOT_IN_STORE);
            case IN_THE_HOUSE -> inTheHouse(workings, stay);
            case DELIVERING -> held(workings, stay, BrokenLink.HANDED_NOT_DELIVERED);
            case AT_STATION -> held(workings, stay, BrokenLink.AT_STATION_NOT_COLLECTED);
            case ENDED -> stay.last().type() == ScanType.WAYBILL_REPLACED
                    ? workings.undecided(Doubt.CONTINUES_ELSEWHERE)
                    : held(workings, stay, BrokenLink.LOST_AFTER_DELIVERY);
            case WITH_CUSTOMS -> workings.undecided(Doubt.WITH_CUSTOMS);
            case ABROAD -> workings.undecided(Doubt.ABROAD);
            case ON_THE_ROAD -> onTheRoad(workings, stay, null);
            case BAG_CAME -> bagCame(workings, stay);
        };
    }

    private static Judgement inTheHouse(Workings workings, Stay stay) {
        if (workings.hub(stay.site())) {
            return held(workings, stay, BrokenLink.HUB_NOT_OUT);
        }
        var arrival = stay.arrival();
        if (arrival == null && workings.chain().stays().size() == 1) {
            return held(workings, stay, BrokenLink.IN_STORE_NOT_OUT);
        }
        var came = arrival == null ? stay.first() : arrival;
        boolean sameDay = came.scannedAt().atZone(BEIJING).toLocalTime().isBefore(workings.limits().cutOff());
        return held(workings, stay,
                sameDay ? BrokenLink.ARRIVED_NOT_HANDED_SAME_DAY : BrokenLink.ARRIVED_NOT_HANDED_NEXT_DAY);
    }

    /** The unit had it; unless it showed that it never came. */
    private static Judgement held(Workings workings, Stay stay, BrokenLink link) {
        var before = workings.chain().beforeLast();
        if (workings.facts().shows(Kind.NOT_RECEIVED, stay.site()) && before != null && before.departure() != null) {
            return onTheRoad(workings, before, null);
        }
        if (workings.facts().shows(Kind.HANDED_OVER, stay.site())) {
            workings.sayEvidence(Kind.HANDED_OVER, stay.site());
            return workings.undecided(Doubt.INCOMPLETE);
        }
        workings.say("此后再无任何单位的有效扫描，快件最后在该单位手中", "Nobody scanned it afterwards; this unit had it last",
                stay.last());
        return workings.holder(link, LiabilityBasis.HELD, stay.site(), 0);
    }

    private static Judgement bagCame(Workings workings, Stay stay) {
        var before = workings.chain().beforeLast();
        if (before == null || before.departure() == null) {
            return workings.undecided(Doubt.INCOMPLETE);
        }
        return onTheRoad(workings, before, stay);
    }

    /**
     * It left, and nobody has seen it since (有发无到).
     *
     * @param came the stay at the next unit in which its bag was scanned, and not the parcel itself; null where there is none
     */
    private static Judgement onTheRoad(Workings workings, Stay sender, @Nullable Stay came) {
        var left = sender.departure();
        if (left == null) {
            return workings.undecided(Doubt.INCOMPLETE);
        }
        var next = came == null ? left.nextSite() : came.site();
        boolean bag = sender.leftInBag();
        var link = link(workings, next, bag);
        workings.say(bag ? "已随集包发出，下一站没有本件的到件扫描" : "已作为单件发出，下一站没有到件扫描",
                bag
                        ? "It was sent off in a bag, and the next place did not scan it in"
                        : "It was sent off as a single piece, and the next place did not scan it in",
                left);
        boolean proved = workings.facts().shows(Kind.HANDED_OVER, sender.site());
        boolean denied = workings.facts().shows(Kind.NOT_RECEIVED, next);
        if (proved && denied) {
            return workings.undecided(Doubt.EVIDENCE_CONTRADICTS);
        }
        if (proved && next == null) {
            workings.sayEvidence(Kind.HANDED_OVER, sender.site());
            return workings.undecided(Doubt.INCOMPLETE);
        }
        if (proved) {
            workings.sayEvidence(Kind.HANDED_OVER, sender.site());
            return workings.split(link, LiabilityBasis.HANDED_OVER, sender.site(), next, 0);
        }
        if (denied && next != null) {
            workings.sayEvidence(Kind.NOT_RECEIVED, next);
            return workings.split(link, LiabilityBasis.NOT_HANDED_OVER, sender.site(), next, 0);
        }
        return byScans(workings, sender, came, link, next);
    }

    private static Judgement byScans(Workings workings, Stay sender, @Nullable Stay came, BrokenLink link,
            @Nullable String next) {
        var taken = came == null ? null : came.bagCame();
        if (taken != null) {
            workings.say("下一站已扫描接收该集包，本件应在包内", "The next place scanned the bag as received, with the parcel in it",
                    taken);
            return workings.split(link, LiabilityBasis.HANDED_OVER, sender.site(), next, 0);
        }
        var loaded = sender.firstOf(ScanType.LOADED);
        if (loaded != null) {
            workings.say("已装车，下一站没有接收记录", "It was loaded onto the lorry, and nothing shows that the next place took it",
                    loaded);
            return workings.split(link, LiabilityBasis.LOADED, sender.site(), next, 0);
        }
        if (!absenceSpeaks(workings)) {
            return workings.undecided(Doubt.NO_HAND_OVER_RECORDS);
        }
        var sealed = weighedBag(sender);
        if (sealed != null && link.bases().contains(LiabilityBasis.SEALED)) {
            workings.say("建包时有重量记录，但没有装车或下一站接收记录",
                    "The bag was weighed when it was closed, and nothing shows that it was loaded or taken over",
                    sealed);
            return workings.split(link, LiabilityBasis.SEALED, sender.site(), next, 0);
        }
        workings.say("没有装车、集包接收等交接记录，不能证明已交给下一站。",
                "No scan of loading and none of the bag at the next place shows that it was handed over.");
        return workings.split(link, LiabilityBasis.NOT_HANDED_OVER, sender.site(), next, 0);
    }

    /** Where places are bound to scan hand-overs, and did so on the way before this, a missing one says something. */
    private static boolean absenceSpeaks(Workings workings) {
        if (!workings.limits().handOverScans()) {
            return false;
        }
        var stays = workings.chain().stays();
        boolean could = false;
        boolean did = false;
        for (int i = 1; i < stays.size(); i++) {
            if (stays.get(i - 1).leftInBag()) {
                could = true;
                did |= stays.get(i).bagCame() != null;
            }
        }
        return !could || did;
    }

    private static @Nullable Scan weighedBag(Stay sender) {
        return sender.scans().stream().filter(scan -> scan.type() == ScanType.BAGGED && scan.weightGrams() != null)
                .findFirst().orElse(null);
    }

    private static BrokenLink link(Workings workings, @Nullable String next, boolean bag) {
        boolean toOutlet = workings.outlet(next);
        if (bag) {
            return toOutlet ? BrokenLink.LEFT_HUB_NOT_AT_DESTINATION_BAG : BrokenLink.SENT_NOT_AT_HUB_BAG;
        }
        return toOutlet ? BrokenLink.LEFT_HUB_NOT_AT_DESTINATION_PIECE : BrokenLink.SENT_NOT_AT_HUB_PIECE;
    }
}
