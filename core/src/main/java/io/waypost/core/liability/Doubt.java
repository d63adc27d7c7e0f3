package io.waypost.core.liability;

/** Why nobody is blamed by the rules (无法判定原因): a person decides. The names are part of the API. */
public enum Doubt {
    NO_SCANS("没有可用的扫描记录", "there are no scans of anybody who had it in the hand"),
    OUT_OF_ORDER("扫描顺序互相矛盾，无法还原", "the scans contradict each other whatever their order"),
    CLOCKS_CONTRADICT("设备时间互相矛盾，可能的先后不止一种", "clocks contradict each other, and more than one order is possible"),
    INCOMPLETE("关键环节缺少扫描", "scans are missing where it matters"),
    NO_HAND_OVER_RECORDS("此前各站均无交接扫描，缺少交接记录不能说明问题",
            "no place on its way scanned a hand-over, so that a missing one says nothing"),
    CONTINUES_ELSEWHERE("已换单，须看新单号", "it went on under another number"),
    WITH_CUSTOMS("最后在海关", "customs had it last"),
    ABROAD("最后在国际段", "it was on an international leg last"),
    UNIT_UNKNOWN("责任站点不在机构树中", "the place that would bear it is no unit of the network"),
    NO_DAMAGE_REPORT("无人上报破损，且未妥投", "nobody reported damage, and it was not delivered"),
    NO_WEIGHTS("称重记录不足", "it was weighed less than twice"),
    WEIGHT_UNCHANGED("全程重量未变", "its weight never changed"),
    NO_PROMISE("没有承诺时间", "no time was promised"),
    NOT_LATE("未超过承诺时间", "it came by the time that was promised"),
    NOT_DELIVERED("尚未妥投", "it was not delivered yet"),
    NOBODY_LATE("各环节均未超时限", "no unit had it for longer than it may"),
    WAITED_FOR_CUSTOMER("时间用于等待客户", "the time went by waiting for the customer"),
    NOT_IN_SCANS("扫描记录不反映此类事项", "scans do not tell of such a thing"),
    EVIDENCE_CONTRADICTS("举证互相矛盾", "accepted pieces of evidence contradict each other"),
    EVIDENCE_TO_BE_READ("已采信的举证须由人工解读", "somebody has to read the evidence that was accepted");

    private final String chinese;
    private final String english;

    Doubt(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** In Chinese, for people. */
    public String chinese() {
        return chinese;
    }

    /** The same in English, to be read within a sentence. */
    public String english() {
        return english;
    }
}
