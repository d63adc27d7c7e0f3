package io.waypost.core.scan;

/**
 * What a scan says (扫描类型). The order of the constants is the order of a journey; it breaks ties between scans of the same instant.
 *
 * <p>Informational types never say that a parcel moved and must not be used to reset a clock.
 */
public enum ScanType {
    ORDER_CREATED(1, "下单", Stage.ORDERED),
    PICKUP_ASSIGNED(2, "分配", Stage.ORDERED),
    PICKED_UP(3, "揽收", Stage.PICKED_UP),
    BAGGED(4, "建包", Stage.HANDLED),
    UNBAGGED(5, "拆包", Stage.HANDLED),
    LOADED(6, "装车", Stage.HANDLED),
    UNLOADED(7, "卸车", Stage.HANDLED),
    ARRIVED(8, "到件", Stage.ARRIVED_HUB),
    DEPARTED(9, "发件", Stage.DEPARTED),
    OVERSEA_IN(10, "国际入库", Stage.OVERSEAS),
    OVERSEA_OUT(11, "国际出库", Stage.OVERSEAS),
    OVERSEA_DEPARTURE(12, "国际启运", Stage.OVERSEAS),
    OVERSEA_ARRIVAL(13, "国际到达", Stage.OVERSEAS),
    CUSTOMS_PENDING(14, "待清关", Stage.CUSTOMS),
    CUSTOMS_IN(15, "清关中", Stage.CUSTOMS),
    CUSTOMS_FAILED(16, "清关异常", Stage.CUSTOMS),
    CUSTOMS_RELEASED(17, "已清关", Stage.ARRIVED_HUB),
    OUT_FOR_DELIVERY(18, "派件", Stage.DELIVERING),
    SIGN_FAILED(19, "签收失败", Stage.DELIVERY_FAILED),
    STATION_IN(20, "驿站入库", Stage.AT_STATION),
    STATION_OUT_COURIER(21, "快递员取出", Stage.DELIVERING),
    PROBLEM(22, "问题件", Stage.PROBLEM),
    DETAINED(23, "留仓", Stage.PROBLEM),
    REJECTED(24, "拒收", Stage.PROBLEM),
    INTERCEPTED(25, "拦截", Stage.PROBLEM),
    FORWARDED(26, "转寄", Stage.ARRIVED_HUB),
    RETURN_STARTED(27, "退回", Stage.RETURNING),
    WAYBILL_REPLACED(28, "换单", Stage.ENDED),
    STATION_SIGNED(29, "凭取件码取出", Stage.ENDED),
    SIGNED(30, "签收", Stage.ENDED),
    RETURN_SIGNED(31, "退签", Stage.ENDED),
    CALL_MADE(32, "电话联系", Stage.INFORMATION),
    TICKET_REPLIED(33, "工单回复", Stage.INFORMATION),
    LABEL_PRINTED(34, "打印面单", Stage.INFORMATION);

    /** The highest code. */
    public static final int CODES = 34;

    private static final ScanType[] BY_CODE = byCode();

    private final int code;
    private final String chinese;
    private final Stage stage;

    ScanType(int code, String chinese, Stage stage) {
        this.code = code;
        this.chinese = chinese;
        this.stage = stage;
    }

    /** Its number where scans are kept as numbers; given once, whatever is added before or after it. From 1 to {@link #CODES}. */
    public int code() {
        return code;
    }

    /** The type of that number. */
    public static ScanType ofCode(int code) {
        return BY_CODE[code];
    }

    private static ScanType[] byCode() {
        var byCode = new ScanType[CODES + 1];
        for (var type : values()) {
            byCode[type.code] = type;
        }
        return byCode;
    }

    /** The word of the trade. */
    public String chinese() {
        return chinese;
    }

    /** Whether somebody held the parcel in the hand (有效轨迹), as opposed to spoke or printed about it. */
    public boolean valid() {
        return stage != Stage.INFORMATION;
    }

    /** Whether nothing more is expected after it. */
    public boolean terminal() {
        return stage == Stage.ENDED;
    }

    /** Whether the parcel reached its receiver. */
    public boolean delivered() {
        return this == SIGNED || this == STATION_SIGNED;
    }

    /** The stage after this scan, as far as its type tells. */
    Stage stage() {
        return stage;
    }

    /**
     * The stage after this scan.
     *
     * @param atOutlet whether its site is an outlet
     * @param toOutlet whether the parcel is sent to an outlet
     */
    public Stage stage(boolean atOutlet, boolean toOutlet) {
        return switch (stage) {
            case ARRIVED_HUB -> atOutlet ? Stage.ARRIVED_OUTLET : stage;
            case DEPARTED -> road(atOutlet, toOutlet);
            default -> stage;
        };
    }

    private static Stage road(boolean fromOutlet, boolean toOutlet) {
        if (toOutlet) {
            return Stage.SENT_TO_OUTLET;
        }
        return fromOutlet ? Stage.SENT_TO_HUB : Stage.DEPARTED;
    }
}
