package io.waypost.core.liability;

/** Why no unit bears it and headquarters do (免责事由); the names are part of the API. */
public enum Exemption {
    FORCE_MAJEURE("不可抗力", "an act of nature or of the authorities"),
    /** A lorry burnt, a hub flooded: hundreds of parcels at once, settled apart. */
    MASS_EVENT("群体事件", "an event that struck many parcels at once"),
    /** Bad packaging, a false declaration, prohibited goods; or the recipient did it. */
    CUSTOMER_FAULT("客户原因", "the sender's or the recipient's own fault");

    private final String chinese;
    private final String english;

    Exemption(String chinese, String english) {
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
}
