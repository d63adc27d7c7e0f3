package io.waypost.core.liability;

/**
 * A piece of evidence that was accepted (已采信的举证): it stands above what the scans say.
 *
 * @param unit code of the unit that brought it
 */
public record LiabilityEvidence(Kind kind, String unit) {

    /** What evidence can show; the names are part of the API. */
    public enum Kind {
        /** The next unit signed for the bag or the piece (交接签收单、装车监控). */
        HANDED_OVER("已交接给下一站"),
        /** It never came: the seal was broken, the bag too light, the film shows it (未收到). */
        NOT_RECEIVED("未收到"),
        /** It was broken or opened when it came (到件时已破损或短少). */
        DAMAGED_ON_RECEIPT("到件时已破损或短少"),
        /** The recipient has it: signed slip, photo, call (客户确认收到). */
        DELIVERED("客户已收到"),
        /** The sender packed badly, declared falsely or sent what is forbidden (包装不当、虚假申报、禁寄物). */
        CUSTOMER_FAULT("客户原因"),
        /** A road, a hub or a province was closed (停运证明). */
        FORCE_MAJEURE("不可抗力"),
        /** What the other kinds do not cover; it moves nothing by itself and needs a person. */
        OTHER("其他");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        /** The word of the trade. */
        public String chinese() {
            return chinese;
        }
    }
}
