package io.waypost.core.scan;

/**
 * What a scan says (扫描类型). The order of the constants is the order of a journey; it breaks ties between scans of the same instant.
 *
 * <p>Informational types never say that a parcel moved and must not be used to reset a clock.
 */
public enum ScanType {
    ORDER_CREATED("下单", Stage.ORDERED),
    PICKUP_ASSIGNED("分配", Stage.ORDERED),
    PICKED_UP("揽收", Stage.PICKED_UP),
    BAGGED("建包", Stage.HANDLED),
    UNBAGGED("拆包", Stage.HANDLED),
    LOADED("装车", Stage.HANDLED),
    UNLOADED("卸车", Stage.HANDLED),
    ARRIVED("到件", Stage.ARRIVED_HUB),
    DEPARTED("发件", Stage.DEPARTED),
    OVERSEA_IN("国际入库", Stage.OVERSEAS),
    OVERSEA_OUT("国际出库", Stage.OVERSEAS),
    OVERSEA_DEPARTURE("国际启运", Stage.OVERSEAS),
    OVERSEA_ARRIVAL("国际到达", Stage.OVERSEAS),
    CUSTOMS_PENDING("待清关", Stage.CUSTOMS),
    CUSTOMS_IN("清关中", Stage.CUSTOMS),
    CUSTOMS_FAILED("清关异常", Stage.CUSTOMS),
    CUSTOMS_RELEASED("已清关", Stage.ARRIVED_HUB),
    OUT_FOR_DELIVERY("派件", Stage.DELIVERING),
    SIGN_FAILED("签收失败", Stage.DELIVERY_FAILED),
    STATION_IN("驿站入库", Stage.AT_STATION),
    STATION_OUT_COURIER("快递员取出", Stage.DELIVERING),
    PROBLEM("问题件", Stage.PROBLEM),
    DETAINED("留仓", Stage.PROBLEM),
    REJECTED("拒收", Stage.PROBLEM),
    INTERCEPTED("拦截", Stage.PROBLEM),
    FORWARDED("转寄", Stage.ARRIVED_HUB),
    RETURN_STARTED("退回", Stage.RETURNING),
    WAYBILL_REPLACED("换单", Stage.ENDED),
    STATION_SIGNED("凭取件码取出", Stage.ENDED),
    SIGNED("签收", Stage.ENDED),
    RETURN_SIGNED("退签", Stage.ENDED),
    CALL_MADE("电话联系", Stage.INFORMATION),
    TICKET_REPLIED("工单回复", Stage.INFORMATION),
    LABEL_PRINTED("打印面单", Stage.INFORMATION);

    private final String chinese;
    private final Stage stage;

    ScanType(String chinese, Stage stage) {
        this.chinese = chinese;
        this.stage = stage;
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
