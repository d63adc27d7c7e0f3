package io.waypost.core.dialogue;

import java.util.Locale;

/**
 * What a customer wants (意图). The names are part of the API, of the labelled examples and of the numbers; what a button says is the
 * Chinese one.
 */
public enum Intent {
    TRACK("查快递到哪了"),
    URGE("催派送"),
    STALLED("物流一直不动"),
    ETA("多久能到"),
    CHANGE_ADDRESS("改地址或电话"),
    CHANGE_TIME("改派送时间"),
    COURIER_CONTACT("联系快递员"),
    SELF_PICKUP("自己去取"),
    REFUSE("拒收"),
    INTERCEPT("拦截退回"),
    DAMAGED("包裹破损"),
    LOST("包裹丢了"),
    SHORTAGE("少件、不是我的东西"),
    SIGNED_NOT_RECEIVED("显示签收但没收到"),
    COMPLAINT("投诉"),
    CLAIM("赔偿"),
    PROGRESS("查处理进度"),
    PRICE("查运费"),
    OUTLET("查网点"),
    SERVICE_AREA("查能不能送到"),
    PICKUP_ORDER("寄快递"),
    PICKUP_CHANGE("催取件、改取件"),
    PROHIBITED("能不能寄"),
    PACKAGING_ADVICE("怎么包装、要不要保价"),
    INVOICE("开发票"),
    CUSTOMS("国际件和清关"),
    HUMAN("转人工"),
    GREETING("打招呼"),
    THANKS("没有别的事了");

    private final String chinese;

    Intent(String chinese) {
        this.chinese = chinese;
    }

    /** What a customer reads on a button. */
    public String chinese() {
        return chinese;
    }

    /** The name of its file of examples. */
    public String file() {
        return name().toLowerCase(Locale.ROOT) + ".txt";
    }

    /** Whether it is a matter at all, and not only a word of courtesy or a wish for a person. */
    public boolean matter() {
        return this != HUMAN && this != GREETING && this != THANKS;
    }
}
