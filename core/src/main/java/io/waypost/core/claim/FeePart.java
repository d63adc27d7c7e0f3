package io.waypost.core.claim;

import io.waypost.core.claim.ClaimStandard.Fee;
import io.waypost.core.claim.ClaimStandard.RefundRow;
import io.waypost.core.claim.Explanation.Input;
import java.util.List;

/** Which fees come back, before exclusions. Never more than was paid for the carriage and for extra services. */
final class FeePart {

    private final Rules rules;
    private final ClaimFacts facts;
    private final ClaimKind kind;
    private final Rounding rounding;

    FeePart(Rules rules, ClaimFacts facts, ClaimKind kind, Rounding rounding) {
        this.rules = rules;
        this.facts = facts;
        this.kind = kind;
        this.rounding = rounding;
    }

    /** Whether the standard has a row for a case in which nothing else is paid. */
    boolean ruled() {
        return switch (kind) {
            case DELAY -> rules.refund(Fee.CARRIAGE, kind).isPresent();
            case FEE_REFUND -> rules.refund(Fee.EXTRA_NOT_DONE, kind).isPresent();
            case LOSS, TOTAL_DAMAGE, PARTIAL_DAMAGE, SHORTAGE, MISMATCH, TOTAL_DELAY -> true;
        };
    }

    /** What comes back of the fee for the carriage: as the standard has it, else as the product promises. */
    Part carriage() {
        var carriage = rules.refund(Fee.CARRIAGE, kind);
        var promise = rules.refund(Fee.PROMISE, kind);
        if (carriage.isPresent()) {
            return new Part.Known(List.of(carriage(carriage.get())));
        }
        if (promise.isEmpty() || !facts.fees().promiseRefunds()) {
            return Part.NOTHING;
        }
        return facts.times().promisedBy() == null
                ? new Part.Untold(Reason.PROMISE_UNKNOWN)
                : new Part.Known(List.of(promise(promise.get())));
    }

    /** What comes back for extra services that were not done. */
    Part.Known extras() {
        return new Part.Known(rules.refund(Fee.EXTRA_NOT_DONE, kind).stream()
                .flatMap(row -> facts.fees().extras().stream().filter(one -> !one.done()).map(one -> extra(row, one)))
                .toList());
    }

    private Explanation carriage(RefundRow row) {
        return back(row, facts.fees().carriageFen(), "本次运费", "退还本次运费（不含保价费和增值服务费）",
                "The fee for the carriage comes back, without insurance and extra services");
    }

    private Explanation promise(RefundRow row) {
        var promised = facts.times().promisedBy();
        if (promised == null || !Counting.late(facts, promised)) {
            return Explanation.of(row.basis(), 0, List.of(), "快件未超过承诺的送达时间，不退运费。",
                    "The parcel is within the promised time, so the fee does not come back.");
        }
        return back(row, facts.fees().carriageFen(), "本次运费", "产品承诺限时未达退运费",
                "The product promises the fee back where it is late");
    }

    private Explanation extra(RefundRow row, ClaimFacts.Extra one) {
        return back(row, one.fen(), "增值服务费（%s）".formatted(one.name()), "增值服务“%s”未履行，退还其费用".formatted(one.name()),
                "'%s' was paid for and not done, so its fee comes back".formatted(one.name()));
    }

    private Explanation back(RefundRow row, long fee, String name, String chinese, String english) {
        long fen = Fen.perMille(fee, row.perMille(), rounding);
        var inputs = List.of(new Input(name, Fen.yuan(fee)), new Input("退还比例", Fen.percent(row.perMille())));
        return Explanation.of(row.basis(), fen, inputs, "%s:%s。".formatted(chinese, Fen.yuan(fen)),
                "%s: %s yuan.".formatted(english, Fen.text(fen)));
    }
}
