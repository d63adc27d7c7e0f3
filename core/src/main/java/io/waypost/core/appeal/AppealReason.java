package io.waypost.core.appeal;

import static io.waypost.core.appeal.AppealCategory.COD;
import static io.waypost.core.appeal.AppealCategory.DAMAGE;
import static io.waypost.core.appeal.AppealCategory.DELAY;
import static io.waypost.core.appeal.AppealCategory.DELIVERY_SERVICE;
import static io.waypost.core.appeal.AppealCategory.ILLEGAL_CHARGE;
import static io.waypost.core.appeal.AppealCategory.LOSS_SHORTAGE;
import static io.waypost.core.appeal.AppealCategory.PICKUP_SERVICE;

import java.util.Arrays;
import java.util.Optional;

/** The second level of what an appeal is about (申诉原因); the names are part of the API. */
public enum AppealReason {
    FALSE_SIGN(DELIVERY_SERVICE, "虚假签收"),
    NOT_TO_ADDRESS(DELIVERY_SERVICE, "未按名址投递"),
    LEFT_AT_STATION(DELIVERY_SERVICE, "未经同意投入驿站或快递柜"),
    NO_CALL(DELIVERY_SERVICE, "未电话联系"),
    MISDELIVERED(DELIVERY_SERVICE, "误投或冒领"),
    DELIVERY_ATTITUDE(DELIVERY_SERVICE, "投递人员态度"),
    PICKUP_DELAY(DELAY, "揽收延误"),
    TRANSPORT_DELAY(DELAY, "中转或运输延误"),
    DELIVERY_DELAY(DELAY, "派送延误"),
    LOST(LOSS_SHORTAGE, "丢失"),
    SHORT(LOSS_SHORTAGE, "内件短少"),
    LOSS_NOT_COMPENSATED(LOSS_SHORTAGE, "丢失短少未按规定赔偿"),
    LOSS_AMOUNT(LOSS_SHORTAGE, "对丢失短少赔偿金额不满"),
    DAMAGED(DAMAGE, "内件损毁"),
    DAMAGE_NOT_COMPENSATED(DAMAGE, "损毁未按规定赔偿"),
    DAMAGE_AMOUNT(DAMAGE, "对损毁赔偿金额不满"),
    NOT_COLLECTED(PICKUP_SERVICE, "不上门揽收"),
    REFUSED_TO_ACCEPT(PICKUP_SERVICE, "拒绝收寄"),
    NOT_INSPECTED(PICKUP_SERVICE, "未按规定验视"),
    PICKUP_ATTITUDE(PICKUP_SERVICE, "收寄人员态度"),
    SECOND_CHARGE(ILLEGAL_CHARGE, "二次收费"),
    WEIGHT_DISPUTE(ILLEGAL_CHARGE, "计重纠纷"),
    OVERCHARGED(ILLEGAL_CHARGE, "超标准收费"),
    COD_NOT_RETURNED(COD, "货款未返还"),
    COD_OVERCHARGED(COD, "货款多收"),
    COMPLAINT_HANDLING(AppealCategory.OTHER, "投诉处理不当"),
    PRIVACY(AppealCategory.OTHER, "信息泄露"),
    SOMETHING_ELSE(AppealCategory.OTHER, "其他原因");

    private final AppealCategory category;
    private final String chinese;

    AppealReason(AppealCategory category, String chinese) {
        this.category = category;
        this.chinese = chinese;
    }

    /** The first level. */
    public AppealCategory category() {
        return category;
    }

    /** In Chinese. */
    public String chinese() {
        return chinese;
    }

    /** The reason that a file names by its code or in Chinese. */
    public static Optional<AppealReason> read(String typed) {
        var text = typed.strip();
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(text) || each.chinese.equals(text))
                .findFirst();
    }
}
