package io.waypost.core.claim;

/** What frees the network from paying, wholly or in part (免责事由). The names are part of the API. */
public enum Exclusion {
    FORCE_MAJEURE("不可抗力", "force majeure"),
    /** The nature of the goods, or reasonable wear. */
    NATURE("物品自身性质或合理损耗", "the nature of the goods or reasonable wear"),
    SENDER_PACKAGING("寄件人自行包装不当", "packaging by the sender that did not suffice"),
    FALSE_DECLARATION("寄件人申报不实", "a false declaration by the sender"),
    PROHIBITED_GOODS("禁寄物品", "goods that may not be sent"),
    /** Of the sender or of the recipient. */
    CUSTOMER_FAULT("寄件人或收件人过错", "fault of the sender or of the recipient"),
    /** What the goods would have earned, or what their absence cost. */
    INDIRECT_LOSS("间接损失", "indirect loss");

    private final String chinese;
    private final String english;

    Exclusion(String chinese, String english) {
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
