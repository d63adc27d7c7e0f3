package io.waypost.core.liability;

import java.util.Set;

/** On what a judgement rests (判定依据); with the broken link it decides the split. The names are part of the API. */
public enum LiabilityBasis {
    /** One unit had it in its hands last. */
    HELD("最后在该单位手中", Confidence.CERTAIN, true),
    /** The next unit took the bag, or the piece, over. */
    HANDED_OVER("下一站已接收", Confidence.CERTAIN, false),
    /** It was scanned onto the lorry, and nothing shows that the next unit took it. */
    LOADED("已装车、下一站无接收记录", Confidence.PROBABLE, false),
    /** The bag was closed and weighed, and nothing shows that it was loaded or taken over. */
    SEALED("建包有重量、无交接记录", Confidence.PROBABLE, false),
    /** Nothing shows that it was handed over. */
    NOT_HANDED_OVER("无交接记录", Confidence.PROBABLE, false),
    /** The receiver of the bag reported it in time. */
    REPORTED_BAG("集包到件时限内上报", Confidence.PROBABLE, false),
    /** The receiver of the piece reported it in time. */
    REPORTED_PIECE("单件到件时限内上报", Confidence.CERTAIN, false),
    /** Whoever reported it had it for longer than the time for reports. */
    REPORTED_LATER("超过上报时限才上报", Confidence.CERTAIN, true),
    /** Nobody reported anything before it was signed for. */
    NOT_REPORTED("妥投前无人上报", Confidence.PRESUMED, true),
    /** It was lighter when it came than at the weighing before. */
    WEIGHED_ON_ARRIVAL("到件称重已减轻", Confidence.PROBABLE, false),
    /** It had its weight when it came, and lost it there. */
    WEIGHED_IN_THE_HOUSE("在该单位内减轻", Confidence.CERTAIN, true),
    /** It was found lighter at a place that had not weighed it on arrival. */
    WEIGHED_LATE("到件未称重、事后发现减轻", Confidence.PRESUMED, false),
    /** The time was lost on the road. */
    ON_THE_ROAD("延误在途", Confidence.PROBABLE, false),
    /** Two units lost about as much time. */
    TWO_LATE("两单位均延误", Confidence.PROBABLE, false);

    private final String chinese;
    private final Confidence confidence;
    private final boolean alone;

    LiabilityBasis(String chinese, Confidence confidence, boolean alone) {
        this.chinese = chinese;
        this.confidence = confidence;
        this.alone = alone;
    }

    /** In the words of the trade. */
    public String chinese() {
        return chinese;
    }

    /** How sure a judgement is at best that rests on it. */
    Confidence confidence() {
        return confidence;
    }

    /** Who can bear something: the parties that it tells apart. */
    public Set<LiableParty> parties() {
        return alone ? Set.of(LiableParty.HOLDER) : Set.of(LiableParty.SENDER, LiableParty.RECEIVER);
    }
}
