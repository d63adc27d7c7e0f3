package io.waypost.core.claim;

import io.waypost.core.claim.ClaimStandard.Circumstance;
import io.waypost.core.claim.ClaimStandard.TotalDelayRow;
import io.waypost.core.claim.Explanation.Input;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As what a case counts: mismatches, lateness and what it did decide under which rules it falls. */
final class Counting {

    private final Rules rules;
    private final ClaimFacts facts;

    private Counting(Rules rules, ClaimFacts facts) {
        this.rules = rules;
        this.facts = facts;
    }

    /** As what it counts. */
    sealed interface Counted {}

    /**
     * It counts as a kind.
     *
     * @param notes why, where it is not the kind that was claimed
     */
    record As(ClaimKind kind, List<Explanation> notes) implements Counted {

        /** Whether the content is paid for, or only a fee comes back. */
        boolean byValue() {
            return switch (kind) {
                case LOSS, TOTAL_DAMAGE, PARTIAL_DAMAGE, SHORTAGE, MISMATCH, TOTAL_DELAY -> true;
                case DELAY, FEE_REFUND -> false;
            };
        }

        /** Whether only a part of the content is paid for. */
        boolean inPart() {
            return kind == ClaimKind.PARTIAL_DAMAGE || kind == ClaimKind.SHORTAGE;
        }
    }

    /** It is not late at all. */
    record NotLate(Explanation note) implements Counted {}

    /** It cannot be told. */
    record Unknown(Reason reason) implements Counted {}

    static Counted of(Rules rules, ClaimFacts facts) {
        var counting = new Counting(rules, facts);
        return switch (facts.kind()) {
            case MISMATCH -> counting.mismatch();
            case DELAY -> counting.delay();
            case TOTAL_DELAY -> counting.totalDelay();
            case LOSS, TOTAL_DAMAGE, PARTIAL_DAMAGE, SHORTAGE, FEE_REFUND -> new As(facts.kind(), List.of());
        };
    }

    /** When it came or, where it has not, as of when it is known not to have come. */
    static LocalDateTime reached(ClaimFacts facts) {
        var delivered = facts.times().deliveredAt();
        return delivered == null ? facts.times().asOf() : delivered;
    }

    /** Whether it came, or is still on its way, after the promised time. */
    static boolean late(ClaimFacts facts, LocalDateTime promised) {
        return reached(facts).isAfter(promised);
    }

    private Counted mismatch() {
        return switch (facts.mismatch()) {
            case SAME_NAME -> counts(Circumstance.MISMATCH_SAME_NAME, "内件品名与申报相符，但数量或重量不符",
                    "The goods are those that were declared, but fewer or lighter", List.of());
            case OTHER_NAME -> counts(Circumstance.MISMATCH_OTHER_NAME, "内件品名与申报不符",
                    "Other goods came than those that were declared", List.of());
            case null -> new Unknown(Reason.MISMATCH_UNKNOWN);
        };
    }

    private Counted delay() {
        var promised = facts.times().promisedBy();
        if (promised == null) {
            return new Unknown(Reason.PROMISE_UNKNOWN);
        }
        if (!late(facts, promised)) {
            return rules.refund(ClaimStandard.Fee.CARRIAGE, ClaimKind.DELAY)
                    .<Counted>map(row -> new NotLate(Explanation.of(row.basis(), 0, times(promised),
                            "快件未超过承诺的送达时间，不构成延误。", "The parcel is within the promised time, so it is not late.")))
                    .orElse(new Unknown(Reason.NO_RULE));
        }
        if (facts.extent().lostByDelay()) {
            boolean part = new Extents(facts).given();
            return counts(part ? Circumstance.PART_LOST_BY_DELAY : Circumstance.LOST_BY_DELAY,
                    part ? "因延误导致部分内件丧失价值" : "因延误导致内件丧失价值",
                    part
                            ? "A part of the content lost its value because it came late"
                            : "The content lost its value because it came late",
                    times(promised));
        }
        return new As(ClaimKind.DELAY, hint(promised));
    }

    /** Says to who claims for delay that the parcel may count as lost. */
    private List<Explanation> hint(LocalDateTime promised) {
        return rules.totalDelay(facts.distance()).filter(_ -> facts.times().deliveredAt() == null)
                .filter(row -> !reached(facts).isBefore(promised.plusDays(row.days())))
                .map(row -> List.of(Explanation.of(row.basis(), 0, total(promised, row),
                        "快件超过承诺时间 %d 天仍未送达，您也可以按彻底延误（视为丢失）申请理赔。".formatted(row.days()),
                        "It is %d days over the promised time; you may also claim it as lost.".formatted(row.days()))))
                .orElse(List.of());
    }

    private Counted totalDelay() {
        var promised = facts.times().promisedBy();
        if (promised == null) {
            return new Unknown(Reason.PROMISE_UNKNOWN);
        }
        if (!late(facts, promised)) {
            return delay();
        }
        var row = rules.totalDelay(facts.distance());
        return row.isEmpty() ? new Unknown(Reason.NO_RULE) : totalDelay(promised, row.get());
    }

    private Counted totalDelay(LocalDateTime promised, TotalDelayRow row) {
        var inputs = total(promised, row);
        if (reached(facts).isBefore(promised.plusDays(row.days()))) {
            return new As(ClaimKind.DELAY, List.of(Explanation.of(row.basis(), 0, inputs,
                    "快件超过承诺时间未满 %d 天，尚不视为丢失，按延误处理。".formatted(row.days()),
                    "It is less than %d days over the promised time, so it counts as late, not as lost."
                            .formatted(row.days()))));
        }
        if (facts.extent().kept()) {
            return counts(Circumstance.KEPT_AFTER_TOTAL_DELAY, "快件虽彻底延误，但已由收件人收下",
                    "It came so late that it counted as lost, but the recipient keeps it", inputs);
        }
        return new As(ClaimKind.TOTAL_DELAY, List.of(Explanation.of(row.basis(), 0, inputs,
                "快件超过承诺时间已满 %d 天，视为丢失。".formatted(row.days()),
                "It is %d days or more over the promised time, so it counts as lost.".formatted(row.days()))));
    }

    private Counted counts(Circumstance circumstance, String chinese, String english, List<Input> inputs) {
        var row = rules.counts(circumstance);
        @Nullable
        ClaimKind kind = row.isEmpty() ? null : row.get().counts();
        return row.isEmpty() || kind == null
                ? new Unknown(Reason.NO_RULE)
                : new As(kind, List.of(Explanation.of(row.get().basis(), 0, inputs,
                        "%s，按%s处理。".formatted(chinese, kind.chinese()),
                        "%s, which counts as %s.".formatted(english, Words.of(kind)))));
    }

    private List<Input> times(LocalDateTime promised) {
        return List.of(new Input("承诺送达时间", Words.of(promised)),
                new Input(facts.times().deliveredAt() == null ? "截至（尚未送达）" : "实际送达时间", Words.of(reached(facts))));
    }

    private List<Input> total(LocalDateTime promised, TotalDelayRow row) {
        return List.of(new Input("承诺送达时间", Words.of(promised)),
                new Input(facts.times().deliveredAt() == null ? "截至（尚未送达）" : "实际送达时间", Words.of(reached(facts))),
                new Input("运输范围", facts.distance().chinese()),
                new Input("视为丢失起始时间", Words.of(promised.plusDays(row.days()))));
    }
}
