package io.waypost.core.claim;

/** What a claimant or the network can show (理赔材料). The names are part of the API. */
public enum Evidence {
    WAYBILL("运单号", "the waybill number"),
    /** An order with its payment, an invoice, a receipt. */
    VALUE_PROOF("价值证明（订单与付款记录或发票）", "proof of the value (order and payment, or invoice)"),
    /** Six sides and the label. */
    PHOTO_OUTSIDE("外包装六面及面单照片", "photos of all six sides and of the label"),
    PHOTO_INSIDE("内件及填充物照片", "photos of the goods and of the filling"),
    UNBOXING_VIDEO("开箱视频", "a video of the unpacking"),
    /** At posting against at delivery. */
    WEIGHT_RECORD("收寄与派送重量记录", "the weights at posting and at delivery"),
    NOT_RECEIVED("未收到快件声明", "a statement that the parcel was not received"),
    /** What was sent: names, numbers, weights. */
    PACKING_LIST("内件清单", "a list of what was sent"),
    /** What the damage takes from the value: an estimate of repair or of what is left. */
    LOSS_ESTIMATE("维修报价或残值证明", "an estimate of the repair or of what is left"),
    /** That something paid for was not done, for instance a photo of where the parcel was left. */
    SERVICE_PROOF("增值服务未履行的证明", "proof that the service was not done"),
    PAYEE_ACCOUNT("收款账户", "the account to be paid to"),
    IDENTITY("身份证明", "proof of identity");

    private final String chinese;
    private final String english;

    Evidence(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The words for a customer. */
    public String chinese() {
        return chinese;
    }

    /** The same in English. */
    public String english() {
        return english;
    }
}
