package io.waypost.core.liability;

import io.waypost.core.liability.LiabilityEvidence.Kind;

/** Who broke it (破损): whoever could not hand it on whole. */
final class DamageJudge {

    private DamageJudge() {}

    static Judgement judge(Workings workings) {
        return ReportJudge.judge(workings, BrokenLink.DAMAGED_ON_THE_WAY, ReportWords::damage)
                .orElseGet(() -> unreported(workings));
    }

    /** Nobody along the way said anything: the last one took it as whole (民法典 831: what is taken without objection counts as whole). */
    private static Judgement unreported(Workings workings) {
        var chain = workings.chain();
        var last = chain.last();
        if (!last.last().type().delivered()) {
            return workings.undecided(Doubt.NO_DAMAGE_REPORT);
        }
        workings.say("全程无人上报破损，妥投后由客户提出", "Nobody reported damage on the way; the customer did after it was signed for",
                last.last());
        if (chain.stays().size() > 1 && workings.facts().shows(Kind.DAMAGED_ON_RECEIPT, last.site())) {
            return ReportJudge.received(workings, BrokenLink.DAMAGED_ON_THE_WAY, chain.stays().size() - 1);
        }
        return workings.holder(BrokenLink.DAMAGED_AFTER_DELIVERY, LiabilityBasis.NOT_REPORTED, last.site(), 0);
    }
}
