package io.waypost.core.claim;

import io.waypost.core.claim.ClaimStandard.InsuredRow;
import io.waypost.core.claim.ClaimStandard.ProvenRow;
import io.waypost.core.claim.ClaimStandard.UnprovenRow;
import io.waypost.core.claim.Explanation.Input;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the standard pays for a content that is wholly lost, before a contract, a share or an exclusion changes it. */
final class WholeLoss {

    private final Rules rules;
    private final ClaimFacts facts;
    private final Rounding rounding;

    WholeLoss(Rules rules, ClaimFacts facts, Rounding rounding) {
        this.rules = rules;
        this.facts = facts;
        this.rounding = rounding;
    }

    /** Lines whose sum it is. */
    Part lines() {
        var insured = facts.worth().insuredFen();
        if (insured != null) {
            return rules.the(rules.standard().insured()).<Part>map(row -> insured(row, insured))
                    .orElse(new Part.Untold(Reason.NO_RULE));
        }
        var proven = facts.worth().provenFen();
        if (proven != null) {
            return rules.the(rules.standard().proven()).<Part>map(row -> proven(row, proven))
                    .orElse(new Part.Untold(Reason.NO_RULE));
        }
        return rules.the(rules.standard().unproven()).map(this::unproven).orElse(new Part.Untold(Reason.NO_RULE));
    }

    private Part insured(InsuredRow row, long insured) {
        var worth = facts.worth();
        var value = worth.provenFen() == null ? worth.claimedFen() : worth.provenFen();
        var inputs = new ArrayList<Input>();
        inputs.add(new Input("保价金额", Fen.yuan(insured)));
        if (value == null) {
            return line(row.basis(), insured, inputs, "快件已保价，按保价金额赔偿。",
                    "The parcel is insured, so the insured amount is paid.");
        }
        inputs.add(new Input(worth.provenFen() == null ? "申明价值（未证明）" : "物品实际价值", Fen.yuan(value)));
        if (row.upToValue() && value < insured) {
            return line(row.basis(), value, inputs, "保价金额高于物品价值，按物品价值赔偿，不超过实际损失。",
                    "The insured amount is more than the value, so the value is paid and no more.");
        }
        return line(row.basis(), insured, inputs,
                value < insured ? "快件已保价，按声明的保价金额赔偿。" : "保价金额不高于物品价值，按保价金额赔偿。",
                value < insured
                        ? "The parcel is insured, so the amount that was declared is paid."
                        : "The insured amount is not more than the value, so the insured amount is paid.");
    }

    private Part proven(ProvenRow row, long proven) {
        var lines = new ArrayList<Explanation>();
        lines.add(Explanation.of(row.basis(), proven, List.of(new Input("物品实际价值", Fen.yuan(proven))),
                "快件未保价，物品价值已证明，按实际价值赔偿。",
                "The parcel is not insured and its value is proven, so the value is paid."));
        var cap = cap(row);
        if (cap != null && cap < proven) {
            lines.add(limit(row, proven, cap));
        }
        return new Part.Known(lines);
    }

    private Explanation limit(ProvenRow row, long proven, long cap) {
        var inputs = List.of(new Input("约定限额", Fen.yuan(cap)), new Input("已提示说明", row.prompted() ? "是" : "否"),
                new Input("故意或重大过失", facts.grossNegligence() ? "是" : "否"));
        if (facts.grossNegligence()) {
            return Explanation.of(row.basis(), 0, inputs, "因我方故意或重大过失造成损失，约定限额不适用。",
                    "The loss comes from our intent or gross negligence, so the agreed limit does not hold.");
        }
        if (!row.prompted()) {
            return Explanation.of(row.basis(), 0, inputs, "约定限额未向您尽到提示说明义务，不适用。",
                    "Your attention was not called to the agreed limit, so it does not hold.");
        }
        return Explanation.of(row.basis(), cap - proven, inputs, "下单时已提示说明的限额为 %s，超出部分不赔。".formatted(Fen.yuan(cap)),
                "Your attention was called to a limit of %s yuan; what exceeds it is not paid."
                        .formatted(Fen.text(cap)));
    }

    private @Nullable Long cap(ProvenRow row) {
        var fixed = row.capFen();
        var multiple = row.capFeePerMille();
        if (multiple == null) {
            return fixed;
        }
        long byFee = Fen.perMille(facts.fees().carriageFen(), multiple, rounding);
        return fixed == null ? byFee : Math.max(fixed, byFee);
    }

    private Part unproven(UnprovenRow row) {
        var own = unprovenLine(row);
        var elsewhere = row.everywhereToo() ? rules.unprovenEverywhere().map(this::unprovenLine).orElse(own) : own;
        var better = own == null || (elsewhere != null && elsewhere.fen() > own.fen()) ? elsewhere : own;
        return better == null ? new Part.Untold(Reason.VALUE_UNKNOWN) : new Part.Known(List.of(better));
    }

    /** What a row gives; null where it depends on a value of which nothing is said. */
    private @Nullable Explanation unprovenLine(UnprovenRow row) {
        if (row.otherProof() && facts.worth().otherProofs().isEmpty()) {
            return Explanation.of(row.basis(), 0, List.of(), "物品价值未证明，也没有其他佐证，暂不能核定赔偿。",
                    "The value is not proven and nothing else speaks for it, so nothing can be paid yet.");
        }
        var promised = byPromise(row);
        var multiple = byFee(row);
        if (promised == null || (multiple != null && multiple.fen() > promised.fen())) {
            return multiple;
        }
        return promised;
    }

    private @Nullable Explanation byPromise(UnprovenRow row) {
        var promise = row.promiseFen();
        var claimed = facts.worth().claimedFen();
        if (promise == null || claimed == null) {
            return null;
        }
        return Explanation.of(row.basis(), Math.min(promise, claimed),
                List.of(new Input("申明价值（未证明）", Fen.yuan(claimed)), new Input("承诺最高赔偿", Fen.yuan(promise))),
                "快件未保价且价值未证明，按申明价值赔偿，最高 %s。".formatted(Fen.yuan(promise)),
                "The parcel is not insured and its value not proven, so what you say is paid up to %s yuan."
                        .formatted(Fen.text(promise)));
    }

    private @Nullable Explanation byFee(UnprovenRow row) {
        var multiple = row.feePerMille();
        if (multiple == null) {
            return null;
        }
        var inputs = new ArrayList<Input>();
        long fee = facts.fees().carriageFen();
        long fen = Fen.perMille(fee, multiple, rounding);
        inputs.add(new Input("本次运费", Fen.yuan(fee)));
        inputs.add(new Input("倍数", Fen.times(multiple)));
        var most = row.feeMostFen();
        if (most != null) {
            fen = Math.min(fen, most);
            inputs.add(new Input("最高", Fen.yuan(most)));
        }
        var claimed = facts.worth().claimedFen();
        if (claimed != null) {
            fen = Math.min(fen, claimed);
            inputs.add(new Input("申明价值（未证明）", Fen.yuan(claimed)));
        }
        String upTo = most == null ? "" : "，最高 " + Fen.yuan(most);
        String orMost = most == null ? "" : " up to %s yuan".formatted(Fen.text(most));
        return Explanation.of(row.basis(), fen, inputs,
                "物品价值无法证明且无约定，按运费的 %s 倍赔偿%s，不超过申明价值。".formatted(Fen.times(multiple), upTo),
                "The value cannot be proven and nothing was agreed, so %s times the fee is paid%s, not more than you say."
                        .formatted(Fen.times(multiple), orMost));
    }

    private static Part line(Basis basis, long fen, List<Input> inputs, String chinese, String english) {
        return new Part.Known(List.of(Explanation.of(basis, fen, inputs, chinese, english)));
    }
}
