package io.waypost.core.liability;

import static io.waypost.core.liability.Duty.COURIER;
import static io.waypost.core.liability.Duty.KEEPER;
import static io.waypost.core.liability.Duty.LINE_HAUL;
import static io.waypost.core.liability.Duty.SUPERVISOR;
import static io.waypost.core.liability.Duty.UNIT;
import static io.waypost.core.liability.LiableParty.HOLDER;
import static io.waypost.core.liability.LiableParty.RECEIVER;
import static io.waypost.core.liability.LiableParty.SENDER;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The standard that a new installation starts with: the split packages of a Chinese network (100, 70/30, 70/20/10, 40+10/40+10, 50/50) put
 * where its trade puts them. Grade A is the network's own data, B the trade press; what carries neither is this platform's choice and meant
 * to be changed.
 */
public final class DefaultStandard {

    private static final String COURIER_ALONE = "快递员100% [A]";
    private static final String STORE = "仓7主3 [A]";
    private static final String COURIER_721 = "快递员721 [A]";
    private static final String BOTH = "双黄40+10/40+10 [A]";
    private static final String HAND_OVER = "有发无到：有交接归下一站，无交接归上一站 [A]";
    private static final String DAMAGE = "破损2小时内上报，集包由建包方与拆包方分担 [B]；比例为平台默认";
    private static final String OURS = "平台默认";

    private DefaultStandard() {}

    /** Version 2026-11. */
    public static LiabilityStandard of() {
        var rules = new ArrayList<SplitRule>();
        held(rules);
        roads(rules);
        contents(rules);
        rules.add(rule(BrokenLink.LATE, LiabilityBasis.HELD, OURS, part(HOLDER, UNIT, 1000)));
        rules.add(rule(BrokenLink.LATE, LiabilityBasis.ON_THE_ROAD, "LH 100% [A]", part(SENDER, LINE_HAUL, 1000)));
        rules.add(rule(BrokenLink.LATE, LiabilityBasis.TWO_LATE, BOTH, part(SENDER, KEEPER, 400),
                part(SENDER, SUPERVISOR, 100),
                part(RECEIVER, KEEPER, 400), part(RECEIVER, SUPERVISOR, 100)));
        return new LiabilityStandard("2026-11", LocalDate.of(2026, 11, 1), LiabilityTerms.usual(),
                new LiabilityLimits(true, Duration.ofHours(2), LocalTime.of(15, 0), 50, 30, Duration.ofDays(1),
                        Duration.ofHours(12), Duration.ofDays(2), Duration.ofDays(1)),
                rules);
    }

    private static void held(List<SplitRule> rules) {
        rules.add(rule(BrokenLink.PICKED_UP_NOT_IN_STORE, LiabilityBasis.HELD, COURIER_ALONE,
                part(HOLDER, COURIER, 1000)));
        rules.add(rule(BrokenLink.IN_STORE_NOT_OUT, LiabilityBasis.HELD, STORE, part(HOLDER, KEEPER, 700),
                part(HOLDER, SUPERVISOR, 300)));
        rules.add(rule(BrokenLink.HUB_NOT_OUT, LiabilityBasis.HELD, OURS, part(HOLDER, UNIT, 1000)));
        rules.add(rule(BrokenLink.ARRIVED_NOT_HANDED_SAME_DAY, LiabilityBasis.HELD, STORE, part(HOLDER, KEEPER, 700),
                part(HOLDER, SUPERVISOR, 300)));
        rules.add(rule(BrokenLink.ARRIVED_NOT_HANDED_NEXT_DAY, LiabilityBasis.HELD, OURS, part(HOLDER, KEEPER, 1000)));
        for (var link : List.of(BrokenLink.HANDED_NOT_DELIVERED, BrokenLink.LOST_AFTER_DELIVERY)) {
            rules.add(
                    rule(link, LiabilityBasis.HELD, COURIER_721, part(HOLDER, COURIER, 700), part(HOLDER, KEEPER, 200),
                            part(HOLDER, SUPERVISOR, 100)));
        }
        rules.add(rule(BrokenLink.AT_STATION_NOT_COLLECTED, LiabilityBasis.HELD, OURS, part(HOLDER, UNIT, 1000)));
    }

    private static void roads(List<SplitRule> rules) {
        for (var link : List.of(BrokenLink.SENT_NOT_AT_HUB_BAG, BrokenLink.LEFT_HUB_NOT_AT_DESTINATION_BAG)) {
            rules.add(rule(link, LiabilityBasis.HANDED_OVER, HAND_OVER, part(RECEIVER, UNIT, 1000)));
            rules.add(rule(link, LiabilityBasis.LOADED, BOTH, part(SENDER, KEEPER, 400), part(SENDER, SUPERVISOR, 100),
                    part(RECEIVER, KEEPER, 400), part(RECEIVER, SUPERVISOR, 100)));
            rules.add(rule(link, LiabilityBasis.SEALED, OURS, part(SENDER, UNIT, 700), part(RECEIVER, UNIT, 300)));
            rules.add(rule(link, LiabilityBasis.NOT_HANDED_OVER, HAND_OVER, part(SENDER, UNIT, 1000)));
        }
        for (var link : List.of(BrokenLink.SENT_NOT_AT_HUB_PIECE, BrokenLink.LEFT_HUB_NOT_AT_DESTINATION_PIECE)) {
            rules.add(rule(link, LiabilityBasis.HANDED_OVER, HAND_OVER, part(RECEIVER, UNIT, 1000)));
            rules.add(rule(link, LiabilityBasis.LOADED, OURS, part(RECEIVER, UNIT, 700), part(SENDER, UNIT, 300)));
            rules.add(rule(link, LiabilityBasis.NOT_HANDED_OVER, HAND_OVER, part(SENDER, UNIT, 1000)));
        }
    }

    private static void contents(List<SplitRule> rules) {
        for (var link : List.of(BrokenLink.DAMAGED_ON_THE_WAY, BrokenLink.SHORT_ON_THE_WAY)) {
            rules.add(rule(link, LiabilityBasis.REPORTED_BAG, DAMAGE, part(SENDER, UNIT, 700),
                    part(RECEIVER, UNIT, 300)));
            rules.add(rule(link, LiabilityBasis.REPORTED_PIECE, DAMAGE, part(SENDER, UNIT, 1000)));
            rules.add(rule(link, LiabilityBasis.REPORTED_LATER, DAMAGE, part(HOLDER, UNIT, 1000)));
        }
        rules.add(rule(BrokenLink.DAMAGED_AFTER_DELIVERY, LiabilityBasis.NOT_REPORTED, COURIER_721,
                part(HOLDER, COURIER, 700),
                part(HOLDER, KEEPER, 200), part(HOLDER, SUPERVISOR, 100)));
        rules.add(rule(BrokenLink.SHORT_ON_THE_WAY, LiabilityBasis.WEIGHED_ON_ARRIVAL, OURS, part(SENDER, UNIT, 1000)));
        rules.add(
                rule(BrokenLink.SHORT_ON_THE_WAY, LiabilityBasis.WEIGHED_IN_THE_HOUSE, OURS, part(HOLDER, UNIT, 1000)));
        rules.add(
                rule(BrokenLink.SHORT_ON_THE_WAY, LiabilityBasis.WEIGHED_LATE, "50/50 " + OURS, part(SENDER, UNIT, 500),
                        part(RECEIVER, UNIT, 500)));
    }

    private static SplitRule rule(BrokenLink link, LiabilityBasis basis, String source, SplitPart... parts) {
        return new SplitRule(link, basis, List.of(parts), source);
    }

    private static SplitPart part(LiableParty party, Duty duty, int perMille) {
        return new SplitPart(party, duty, perMille);
    }
}
