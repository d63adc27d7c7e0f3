package io.waypost.core.claim;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How explanations write what went in. */
final class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Words() {}

    static String of(LocalDateTime time) {
        return MINUTE.format(time);
    }

    /** In English, within a sentence. */
    static String of(ClaimKind kind) {
        return switch (kind) {
            case LOSS -> "loss";
            case TOTAL_DAMAGE -> "total damage";
            case PARTIAL_DAMAGE -> "partial damage";
            case SHORTAGE -> "shortage";
            case MISMATCH -> "content mismatch";
            case DELAY -> "delay";
            case TOTAL_DELAY -> "total delay";
            case FEE_REFUND -> "a refund of fees";
        };
    }

    /** What a claim comes to, for a customer. */
    static String chinese(Reason reason, long fen, Rounding rounding) {
        return switch (reason) {
            case COMPUTED -> "合计应赔 %s（每项%s后相加）。".formatted(Fen.yuan(fen), rounding.chinese());
            case EVIDENCE_MISSING -> fen > 0
                    ? "按现有材料合计 %s（每项%s后相加）；还缺材料，补齐后确定。".formatted(Fen.yuan(fen), rounding.chinese())
                    : "还缺材料，补齐后才能核定金额。";
            case EXCLUDED -> "因下列免责事由，本次理赔无应付金额。";
            case NOT_LATE -> "快件未超过承诺的送达时间，本次理赔无应付金额。";
            case NOTHING_LOST -> "没有应赔的损失或应退的费用，本次理赔无应付金额。";
            case TOO_LATE, FACTS_FLAWED, NO_RULE, EXTENT_UNKNOWN, PROMISE_UNKNOWN, MISMATCH_UNKNOWN, VALUE_UNKNOWN ->
                chinese(reason);
        };
    }

    /** The same in English. */
    static String english(Reason reason, long fen, Rounding rounding) {
        return switch (reason) {
            case COMPUTED -> "In all %s yuan (each line %s, then added).".formatted(Fen.text(fen), rounding.english());
            case EVIDENCE_MISSING -> fen > 0
                    ? "On what is known %s yuan (each line %s, then added); evidence is still missing."
                            .formatted(Fen.text(fen), rounding.english())
                    : "Evidence is missing before an amount can be told.";
            case EXCLUDED -> "Nothing is owed, because of the exclusions below.";
            case NOT_LATE -> "The parcel is within the promised time, so nothing is owed.";
            case NOTHING_LOST -> "There is no loss to pay for and no fee to give back, so nothing is owed.";
            case TOO_LATE, FACTS_FLAWED, NO_RULE, EXTENT_UNKNOWN, PROMISE_UNKNOWN, MISMATCH_UNKNOWN, VALUE_UNKNOWN ->
                english(reason);
        };
    }

    /** Why nothing can be told, for a customer. */
    static String chinese(Reason reason) {
        return switch (reason) {
            case FACTS_FLAWED -> "案情资料有误，更正后才能核算。";
            case NO_RULE -> "现行理赔标准对此种情形没有规定，需人工处理。";
            case EXTENT_UNKNOWN -> "尚不清楚内件损失了多少，请补充损失价值、件数或比例。";
            case PROMISE_UNKNOWN -> "尚不清楚承诺的送达时间，无法判断是否延误。";
            case MISMATCH_UNKNOWN -> "尚不清楚内件与申报有何不符。";
            case VALUE_UNKNOWN -> "尚不清楚物品价值，请申明价值并尽量提供证明。";
            case COMPUTED, TOO_LATE, EXCLUDED, NOT_LATE, NOTHING_LOST, EVIDENCE_MISSING -> "";
        };
    }

    /** The same in English. */
    static String english(Reason reason) {
        return switch (reason) {
            case FACTS_FLAWED -> "Something in the facts cannot be; correct it first.";
            case NO_RULE -> "The standard has no rule for this case; a person has to look at it.";
            case EXTENT_UNKNOWN ->
                "It is not known how much of the content is lost: say the value, the pieces or the share.";
            case PROMISE_UNKNOWN -> "It is not known by when delivery was promised.";
            case MISMATCH_UNKNOWN -> "It is not known in what the content differs from what was declared.";
            case VALUE_UNKNOWN -> "The value is not known: say it, and prove it if you can.";
            case COMPUTED, TOO_LATE, EXCLUDED, NOT_LATE, NOTHING_LOST, EVIDENCE_MISSING -> "";
        };
    }
}
