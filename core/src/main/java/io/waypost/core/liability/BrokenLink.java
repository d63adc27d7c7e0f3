package io.waypost.core.liability;

import static io.waypost.core.liability.LiabilityBasis.HANDED_OVER;
import static io.waypost.core.liability.LiabilityBasis.HELD;
import static io.waypost.core.liability.LiabilityBasis.LOADED;
import static io.waypost.core.liability.LiabilityBasis.NOT_HANDED_OVER;
import static io.waypost.core.liability.LiabilityBasis.NOT_REPORTED;
import static io.waypost.core.liability.LiabilityBasis.ON_THE_ROAD;
import static io.waypost.core.liability.LiabilityBasis.REPORTED_BAG;
import static io.waypost.core.liability.LiabilityBasis.REPORTED_LATER;
import static io.waypost.core.liability.LiabilityBasis.REPORTED_PIECE;
import static io.waypost.core.liability.LiabilityBasis.SEALED;
import static io.waypost.core.liability.LiabilityBasis.TWO_LATE;
import static io.waypost.core.liability.LiabilityBasis.WEIGHED_IN_THE_HOUSE;
import static io.waypost.core.liability.LiabilityBasis.WEIGHED_LATE;
import static io.waypost.core.liability.LiabilityBasis.WEIGHED_ON_ARRIVAL;

import java.util.List;

/**
 * Where the chain of a parcel broke (断点环节), after the list that a network of this country works by; the names are part of the API.
 *
 * <p>A bag (集包) is handed over as a whole, a single piece (单件) by itself; hence the pairs.
 */
public enum BrokenLink {
    PICKED_UP_NOT_IN_STORE("已揽未入仓", "picked up, never seen in the outlet"),
    IN_STORE_NOT_OUT("已入仓未出仓", "in the sending outlet, never sent off"),
    SENT_NOT_AT_HUB_BAG("已出仓分拨未到（集包）", "sent to a hub in a bag, not seen there"),
    SENT_NOT_AT_HUB_PIECE("已出仓分拨未到（单件）", "sent to a hub as a single piece, not seen there"),
    HUB_NOT_OUT("分拨已到未出", "in a hub, never sent on"),
    LEFT_HUB_NOT_AT_DESTINATION_BAG("分拨出目的地未到（集包）", "sent to an outlet in a bag, not seen there"),
    LEFT_HUB_NOT_AT_DESTINATION_PIECE("分拨出目的地未到（单件）", "sent to an outlet as a single piece, not seen there"),
    /** It came in before the cut-off and should have gone to a courier that day. */
    ARRIVED_NOT_HANDED_SAME_DAY("到件未交接（当日）", "at the outlet in time for the day's round, not given to a courier"),
    ARRIVED_NOT_HANDED_NEXT_DAY("到件未交接（次日）", "at the outlet too late for the day's round, not given to a courier"),
    HANDED_NOT_DELIVERED("已交接未妥投", "with a courier, never delivered"),
    AT_STATION_NOT_COLLECTED("已入站未取出", "in a station, never collected"),
    LOST_AFTER_DELIVERY("妥投后丢失", "signed for, and not with the recipient"),
    DAMAGED_ON_THE_WAY("途中破损", "broken on the way"),
    DAMAGED_AFTER_DELIVERY("妥投后破损", "found broken after it was signed for"),
    SHORT_ON_THE_WAY("途中短少", "something taken out on the way"),
    LATE("超时效", "later than promised");

    private final String chinese;
    private final String english;

    BrokenLink(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }

    /** The same in English, to be read within a sentence. */
    public String english() {
        return english;
    }

    /** On what a judgement with this link can rest; a standard splits each of them. */
    public List<LiabilityBasis> bases() {
        return switch (this) {
            case PICKED_UP_NOT_IN_STORE, IN_STORE_NOT_OUT, HUB_NOT_OUT, ARRIVED_NOT_HANDED_SAME_DAY,
                    ARRIVED_NOT_HANDED_NEXT_DAY, HANDED_NOT_DELIVERED, AT_STATION_NOT_COLLECTED,
                    LOST_AFTER_DELIVERY ->
                List.of(HELD);
            case SENT_NOT_AT_HUB_BAG, LEFT_HUB_NOT_AT_DESTINATION_BAG ->
                List.of(HANDED_OVER, LOADED, SEALED, NOT_HANDED_OVER);
            case SENT_NOT_AT_HUB_PIECE, LEFT_HUB_NOT_AT_DESTINATION_PIECE ->
                List.of(HANDED_OVER, LOADED, NOT_HANDED_OVER);
            case DAMAGED_ON_THE_WAY -> List.of(REPORTED_BAG, REPORTED_PIECE, REPORTED_LATER);
            case DAMAGED_AFTER_DELIVERY -> List.of(NOT_REPORTED);
            case SHORT_ON_THE_WAY -> List.of(REPORTED_BAG, REPORTED_PIECE, REPORTED_LATER, WEIGHED_ON_ARRIVAL,
                    WEIGHED_IN_THE_HOUSE, WEIGHED_LATE);
            case LATE -> List.of(HELD, ON_THE_ROAD, TWO_LATE);
        };
    }
}
