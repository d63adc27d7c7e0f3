package io.waypost.core.claim;

import io.waypost.core.claim.ClaimStandard.InsuredRow;
import io.waypost.core.claim.Explanation.Input;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is paid for the content, before exclusions: the whole, as a contract has it, in the part that is lost. */
final class ContentPart {

    private final Rules rules;
    private final ClaimFacts facts;
    private final Counting.As counted;
    private final Rounding rounding;

    ContentPart(Rules rules, ClaimFacts facts, Counting.As counted, Rounding rounding) {
        this.rules = rules;
        this.facts = facts;
        this.counted = counted;
        this.rounding = rounding;
    }

    /** Lines whose sum it is; none where only fees come back. */
    Part lines() {
        if (!counted.byValue()) {
            return Part.NOTHING;
        }
        var contract = contract();
        return switch (new WholeLoss(rules, facts, rounding).lines()) {
            case Part.Known whole -> lines(whole.lines(), contract);
            case Part.Untold untold -> untold.reason() == Reason.VALUE_UNKNOWN && contract != null
                    && contract.needsNoValue() ? lines(List.of(), contract) : untold;
        };
    }

    /** The contract, where it speaks of the case. */
    private @Nullable ContractTerms contract() {
        var terms = facts.contract();
        boolean speaks = terms != null && (terms.speakOf(facts.kind(), facts.insured())
                || terms.speakOf(counted.kind(), facts.insured()));
        return speaks ? terms : null;
    }

    private Part lines(List<Explanation> whole, @Nullable ContractTerms contract) {
        var lines = new ArrayList<>(whole);
        if (contract != null) {
            var row = rules.the(rules.standard().contracts());
            if (row.isEmpty()) {
                return new Part.Untold(Reason.NO_RULE);
            }
            lines.add(contract(row.get(), contract, Part.sum(whole)));
        }
        return counted.inPart() ? part(lines) : new Part.Known(lines);
    }

    private Explanation contract(ClaimStandard.OwnTermsRow row, ContractTerms terms, long standard) {
        long byContract = byContract(terms, standard);
        var inputs = List.of(new Input("协议编号", terms.number()), new Input("协议约定金额", Fen.yuan(byContract)),
                new Input("按标准金额", Fen.yuan(standard)), new Input("经逐条协商", terms.agreed() ? "是" : "否"),
                new Input("故意或重大过失", facts.grossNegligence() ? "是" : "否"));
        if (byContract > standard) {
            return Explanation.of(row.basis(), byContract - standard, inputs, "您的协议约定对您更有利，按协议约定赔偿。",
                    "Your contract gives you more, so it counts.");
        }
        // An agreed limit does not hold against intent or gross negligence (民法典 第五百零六条).
        if (terms.agreed() && row.agreedCount() && !facts.grossNegligence()) {
            return Explanation.of(row.basis(), byContract - standard, inputs, "双方已协商约定赔偿办法，按协议约定赔偿。",
                    "This was agreed with you in your contract, so the contract counts.");
        }
        return Explanation.of(row.basis(), 0, inputs, "理赔标准对您不低于协议约定，按标准赔偿。",
                "The standard gives you no less than your contract, so the standard counts.");
    }

    private long byContract(ContractTerms terms, long standard) {
        long fen = standard;
        var fixed = terms.fixedFen();
        var multiple = terms.feePerMille();
        var value = Extents.value(facts.worth());
        if (fixed != null) {
            fen = fixed;
        } else if (multiple != null) {
            fen = Fen.perMille(facts.fees().carriageFen(), multiple, rounding);
            fen = value == null ? fen : Math.min(fen, value);
        }
        if (value != null && facts.insured()
                && rules.the(rules.standard().insured()).map(InsuredRow::upToValue).orElse(false)) {
            fen = Math.min(fen, value);
        }
        var cap = terms.capFen();
        return cap == null ? fen : Math.min(fen, cap);
    }

    private Part part(List<Explanation> lines) {
        var row = rules.the(rules.standard().parts());
        var fraction = new Extents(facts).fraction();
        if (row.isEmpty() || fraction.isEmpty()) {
            return new Part.Untold(row.isEmpty() ? Reason.NO_RULE : Reason.EXTENT_UNKNOWN);
        }
        long whole = Part.sum(lines);
        var lost = fraction.get();
        long fen = Fen.share(whole, lost.part(), lost.whole(), rounding);
        var all = new ArrayList<>(lines);
        all.add(Explanation.of(row.get().basis(), fen - whole,
                List.of(new Input("全损应赔", Fen.yuan(whole)), new Input("损失部分", lost.chinese()),
                        new Input("应赔", Fen.yuan(fen))),
                "仅部分损失（%s），按相同比例赔偿 %s。".formatted(lost.chinese(), Fen.yuan(fen)),
                "Only a part is lost (%s), so the same part is paid: %s yuan.".formatted(lost.english(),
                        Fen.text(fen))));
        return new Part.Known(all);
    }
}
