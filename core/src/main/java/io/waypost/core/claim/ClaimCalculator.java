package io.waypost.core.claim;

import io.waypost.core.claim.Assessment.Missing;
import io.waypost.core.claim.Assessment.Taken;
import io.waypost.core.claim.ClaimStandard.RoundingRow;
import io.waypost.core.claim.ClaimStandard.TimeFor;
import io.waypost.core.claim.ClaimStandard.TimeRow;
import io.waypost.core.claim.Explanation.Input;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a claim comes to (理赔核算). Pure: the same standard and facts always give an equal assessment. All arithmetic is exact; each line is
 * rounded once, as the standard says, and lines are then added.
 *
 * <p>In this order: is the claim in time; as what does it count; what is the whole content worth (insured, proven or not); does a contract
 * change that; what part is lost; which fees come back; what do exclusions take from both.
 */
public final class ClaimCalculator {

    private final ClaimStandard standard;
    private final ClaimFacts facts;
    private final Rules rules;

    private ClaimCalculator(ClaimStandard standard, ClaimFacts facts) {
        this.standard = standard;
        this.facts = facts;
        this.rules = Rules.of(standard, facts);
    }

    /**
     * What is owed under that standard, and why. Facts with flaws and cases without a rule come back as {@link ClaimVerdict#CANNOT_TELL}.
     *
     * @param standard one without flaws, see {@link ClaimStandardCheck}; others may pay nonsense
     */
    public static Assessment assess(ClaimStandard standard, ClaimFacts facts) {
        var calculator = new ClaimCalculator(standard, facts);
        var flaws = ClaimFactsCheck.flaws(facts);
        return flaws.isEmpty() ? calculator.assess() : calculator.untold(Reason.FACTS_FLAWED, flaws);
    }

    private Assessment assess() {
        var rounding = rules.the(standard.rounding());
        var time = rules.time(TimeFor.CLAIM);
        if (rounding.isEmpty() || time.isEmpty()) {
            return untold(Reason.NO_RULE, List.of());
        }
        if (facts.times().claimedOn().isAfter(lastDay(time.get()))) {
            return tooLate(time.get());
        }
        return switch (Counting.of(rules, facts)) {
            case Counting.As counted -> assess(counted, rounding.get());
            case Counting.NotLate late -> done(rounding.get(), Reason.NOT_LATE, List.of(late.note()), List.of(),
                    List.of(), null);
            case Counting.Unknown unknown -> untold(unknown.reason(), List.of());
        };
    }

    private Assessment assess(Counting.As counted, RoundingRow row) {
        var fees = new FeePart(rules, facts, counted.kind(), row.rounding());
        if (!fees.ruled()) {
            return untold(Reason.NO_RULE, List.of());
        }
        return switch (new ContentPart(rules, facts, counted, row.rounding()).lines()) {
            case Part.Untold untold -> untold(untold.reason(), List.of());
            case Part.Known content -> switch (fees.carriage()) {
                case Part.Untold untold -> untold(untold.reason(), List.of());
                case Part.Known carriage -> new Exclusions(rules, facts, counted.kind(), row.rounding())
                        .of(content, carriage, fees.extras()).map(left -> assess(counted, row, left))
                        .orElseGet(() -> untold(Reason.NO_RULE, List.of()));
            };
        };
    }

    private Assessment assess(Counting.As counted, RoundingRow row, Exclusions.Result left) {
        var children = new ArrayList<>(counted.notes());
        group(left.content(), "物品赔偿合计", "In all for the content").ifPresent(children::add);
        group(left.carriage(), "退还运费合计", "In all of the fee for the carriage").ifPresent(children::add);
        group(left.extras(), "退还增值服务费合计", "In all for extra services").ifPresent(children::add);
        children.addAll(left.notes());
        var missing = new ArrayList<>(new EvidenceList(facts, counted.kind()).missing(rules.evidence()));
        waiting(counted).ifPresent(missing::add);
        boolean waits = missing.stream().anyMatch(one -> one.stage() != ClaimStage.PAY);
        boolean excluded = left.taken().stream().anyMatch(one -> one.exclusion() != Exclusion.INDIRECT_LOSS);
        var reason = Part.sum(children) > 0
                ? waits ? Reason.EVIDENCE_MISSING : Reason.COMPUTED
                : excluded ? Reason.EXCLUDED : waits && counted.byValue() ? Reason.EVIDENCE_MISSING : nothing();
        return done(row, reason, children, missing, left.taken(), ceiling(counted, reason));
    }

    /** Lines under their sum; a single one as it is. */
    private static Optional<Explanation> group(List<Explanation> lines, String chinese, String english) {
        if (lines.size() < 2) {
            return lines.stream().findFirst();
        }
        var first = lines.getFirst();
        long fen = Part.sum(lines);
        return Optional.of(new Explanation(fen, first.rule(), first.article(), first.source(), first.grade(), List.of(),
                "%s:%s。".formatted(chinese, Fen.yuan(fen)), "%s: %s yuan.".formatted(english, Fen.text(fen)),
                lines));
    }

    /** Where the standard pays for an unproven value only if something else speaks for it. */
    private Optional<Missing> waiting(Counting.As counted) {
        var worth = facts.worth();
        boolean unproven = counted.byValue() && !facts.insured() && worth.provenFen() == null
                && worth.otherProofs().isEmpty();
        return rules.the(standard.unproven()).filter(row -> unproven && row.otherProof())
                .map(row -> new Missing(ClaimStage.EXAMINE, List.of(Evidence.VALUE_PROOF), row.basis().id()));
    }

    private Reason nothing() {
        var promised = facts.times().promisedBy();
        boolean inTime = facts.kind() == ClaimKind.FEE_REFUND && facts.fees().promiseRefunds() && promised != null
                && !Counting.late(facts, promised);
        return inTime ? Reason.NOT_LATE : Reason.NOTHING_LOST;
    }

    private @Nullable Long ceiling(Counting.As counted, Reason reason) {
        var worth = facts.worth();
        var claimed = worth.claimedFen();
        boolean open = reason == Reason.COMPUTED || reason == Reason.EVIDENCE_MISSING;
        if (!counted.byValue() || !open || claimed == null || worth.provenFen() != null) {
            return null;
        }
        return assess(standard, facts.with(new ClaimFacts.Worth(worth.insuredFen(), claimed, claimed,
                worth.nothingFurther(), worth.otherProofs(), worth.indirectFen()))).amountFen();
    }

    private Assessment done(RoundingRow row, Reason reason, List<Explanation> children, List<Missing> missing,
            List<Taken> taken, @Nullable Long ceiling) {
        long fen = Part.sum(children);
        var inputs = List.of(new Input("理赔标准版本", standard.version()),
                new Input("取整规则", row.rounding().chinese()));
        var root = Explanation.of(row.basis(), fen, inputs, Words.chinese(reason, fen, row.rounding()),
                Words.english(reason, fen, row.rounding()), children);
        return new Assessment(standard.version(), verdict(reason), reason, fen,
                ceiling == null ? null : Long.valueOf(Math.max(fen, ceiling)), root, missing, taken, List.of(), "");
    }

    private static ClaimVerdict verdict(Reason reason) {
        return switch (reason) {
            case COMPUTED -> ClaimVerdict.OWED;
            case EVIDENCE_MISSING -> ClaimVerdict.MORE_EVIDENCE;
            case TOO_LATE, EXCLUDED, NOT_LATE, NOTHING_LOST -> ClaimVerdict.NOTHING_OWED;
            case FACTS_FLAWED, NO_RULE, EXTENT_UNKNOWN, PROMISE_UNKNOWN, MISMATCH_UNKNOWN, VALUE_UNKNOWN ->
                ClaimVerdict.CANNOT_TELL;
        };
    }

    /** The day of posting does not count; a month without that day ends the time on its last (民法典 第二百零一、二百零二条). */
    private LocalDate lastDay(TimeRow row) {
        return facts.times().postedOn().plusMonths(row.months());
    }

    private Assessment tooLate(TimeRow row) {
        var last = lastDay(row);
        var inputs = List.of(new Input("收寄日期", facts.times().postedOn().toString()),
                new Input("最后申请日", last.toString()), new Input("申请日期", facts.times().claimedOn().toString()));
        var root = Explanation.of(row.basis(), 0, inputs,
                "理赔申请须在收寄之日起 %d 个月内（至 %s）提出，现已超过期限，不予赔偿。%s".formatted(row.months(), last, row.mayDecide()),
                "A claim has to be made within %d months of posting (until %s); that is over, so nothing is paid."
                        .formatted(row.months(), last));
        return new Assessment(standard.version(), ClaimVerdict.NOTHING_OWED, Reason.TOO_LATE, 0, null, root, List.of(),
                List.of(), List.of(), row.mayDecide());
    }

    private Assessment untold(Reason reason, List<ClaimFlaw> flaws) {
        var root = new Explanation(0, "", "", "", Grade.DERIVED,
                List.of(new Input("理赔标准版本", standard.version())), Words.chinese(reason), Words.english(reason),
                List.of());
        return new Assessment(standard.version(), ClaimVerdict.CANNOT_TELL, reason, 0, null, root, List.of(), List.of(),
                flaws, "");
    }
}
