package io.waypost.core.scan;

/** Where in its journey a parcel stands after a scan (环节); silence limits are kept per stage. */
public enum Stage {
    /** Announced, not yet in the network's hands; never watched. */
    ORDERED("下单"),
    /** Taken from the sender. */
    PICKED_UP("揽收"),
    /** Bagged, unbagged, loaded or unloaded inside a site. */
    HANDLED("操作"),
    /** On the road from an outlet to a hub: the first leg. */
    SENT_TO_HUB("发往中转"),
    /** On the road between hubs, or nobody knows where to. */
    DEPARTED("干线"),
    /** On the road to an outlet: the last leg. */
    SENT_TO_OUTLET("发往网点"),
    /** At a hub, waiting for the next truck. */
    ARRIVED_HUB("到达中转"),
    /** At an outlet, waiting for the next delivery wave. */
    ARRIVED_OUTLET("到达网点"),
    /** With a courier. */
    DELIVERING("派送"),
    /** In a pick-up station or locker. */
    AT_STATION("驿站"),
    /** A delivery attempt failed. */
    DELIVERY_FAILED("派送失败"),
    /** Somebody must decide: problem, refusal, detention, interception. */
    PROBLEM("问题件"),
    /** On the way back to the sender. */
    RETURNING("退回"),
    /** With customs. */
    CUSTOMS("清关"),
    /** On an international leg. */
    OVERSEAS("国际干线"),
    /** Nothing more is expected. */
    ENDED("结束"),
    /** Says nothing about where the parcel is. */
    INFORMATION("信息");

    private final String chinese;

    Stage(String chinese) {
        this.chinese = chinese;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }

    /** Whether the parcel is on a lorry. */
    public boolean onTheRoad() {
        return this == SENT_TO_HUB || this == DEPARTED || this == SENT_TO_OUTLET || this == RETURNING;
    }
}
