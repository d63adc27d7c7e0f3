package io.waypost.core.scan;

/** Where in its journey a parcel stands after a scan (环节); silence limits are kept per stage. */
public enum Stage {
    /** Announced, not yet in the network's hands; never watched. */
    ORDERED(1, "下单"),
    /** Taken from the sender. */
    PICKED_UP(2, "揽收"),
    /** Bagged, unbagged, loaded or unloaded inside a site. */
    HANDLED(3, "操作"),
    /** On the road from an outlet to a hub: the first leg. */
    SENT_TO_HUB(4, "发往中转"),
    /** On the road between hubs, or nobody knows where to. */
    DEPARTED(5, "干线"),
    /** On the road to an outlet: the last leg. */
    SENT_TO_OUTLET(6, "发往网点"),
    /** At a hub, waiting for the next truck. */
    ARRIVED_HUB(7, "到达中转"),
    /** At an outlet, waiting for the next delivery wave. */
    ARRIVED_OUTLET(8, "到达网点"),
    /** With a courier. */
    DELIVERING(9, "派送"),
    /** In a pick-up station or locker. */
    AT_STATION(10, "驿站"),
    /** A delivery attempt failed. */
    DELIVERY_FAILED(11, "派送失败"),
    /** Somebody must decide: problem, refusal, detention, interception. */
    PROBLEM(12, "问题件"),
    /** On the way back to the sender. */
    RETURNING(13, "退回"),
    /** With customs. */
    CUSTOMS(14, "清关"),
    /** On an international leg. */
    OVERSEAS(15, "国际干线"),
    /** Nothing more is expected. */
    ENDED(16, "结束"),
    /** Says nothing about where the parcel is. */
    INFORMATION(17, "信息");

    /** The highest code. */
    public static final int CODES = 17;

    private static final Stage[] BY_CODE = byCode();

    private final int code;
    private final String chinese;

    Stage(int code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** Its number where parcels are kept as numbers; given once. From 1 to {@link #CODES}. */
    public int code() {
        return code;
    }

    /** The stage of that number. */
    public static Stage ofCode(int code) {
        return BY_CODE[code];
    }

    private static Stage[] byCode() {
        var byCode = new Stage[CODES + 1];
        for (var stage : values()) {
            byCode[stage.code] = stage;
        }
        return byCode;
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
