package io.waypost.core.claim;

import io.waypost.core.claim.Assessment.Taken;
import io.waypost.core.claim.ClaimStandard.Effect;
import io.waypost.core.claim.ClaimStandard.ExclusionRow;
import io.waypost.core.claim.Explanation.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What exclusions take from what is paid for the content and from the fees that come back (免责扣减). Shares add up to the whole at most. */
final class Exclusions {

    private static final int ALL = 1_000;

    private final Rules rules;
    private final ClaimFacts facts;
    private final ClaimKind counted;
    private final Rounding rounding;

    Exclusions(Rules rules, ClaimFacts facts, ClaimKind counted, Rounding rounding) {
        this.rules = rules;
        this.facts = facts;
        this.counted = counted;
        this.rounding = rounding;
    }

    /** All three parts after it. */
    record Result(List<Explanation> content, List<Explanation> carriage, List<Explanation> extras,
            List<Explanation> notes, List<Taken> taken) {}

    /** Empty where one of the exclusions that were found has no row. */
    Optional<Result> of(Part.Known content, Part.Known carriage, Part.Known extras) {
        var rows = new ArrayList<ExclusionRow>();
        for (var found : facts.found()) {
            var row = rules.exclusion(found.exclusion());
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row.get());
        }
        var parts = new Parts(new Running(content.lines()), new Running(carriage.lines()),
                new Running(extras.lines()), new ArrayList<>());
        var taken = new ArrayList<Taken>();
        for (int i = 0; i < rows.size(); i++) {
            long fen = take(rows.get(i), facts.found().get(i), parts);
            if (fen > 0) {
                taken.add(new Taken(facts.found().get(i).exclusion(), fen, rows.get(i).basis().id()));
            }
        }
        if (facts.worth().indirectFen() > 0) {
            var row = rules.exclusion(Exclusion.INDIRECT_LOSS);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            parts.notes.add(indirect(row.get()));
            taken.add(new Taken(Exclusion.INDIRECT_LOSS, facts.worth().indirectFen(), row.get().basis().id()));
        }
        return Optional
                .of(new Result(parts.content.lines, parts.carriage.lines, parts.extras.lines, parts.notes, taken));
    }

    /** What exclusions take from, and what is said of those that take nothing. */
    private record Parts(Running content, Running carriage, Running extras, List<Explanation> notes) {}

    private long take(ExclusionRow row, ClaimFacts.Found found, Parts parts) {
        boolean speaks = row.kinds().isEmpty() || row.kinds().contains(facts.kind()) || row.kinds().contains(counted);
        boolean spared = facts.insured() && !row.insuredToo();
        boolean feeStands = row.feeStands().contains(facts.kind()) || row.feeStands().contains(counted);
        if (!speaks) {
            parts.notes.add(Explanation.of(row.basis(), 0, List.of(),
                    "“%s”不影响%s的赔偿。".formatted(found.exclusion().chinese(), facts.kind().chinese()),
                    "'%s' does not count against %s.".formatted(found.exclusion().english(), Words.of(facts.kind()))));
            return 0;
        }
        int share = row.effect() == Effect.WHOLLY ? ALL : found.perMille();
        long fen = 0;
        if (!spared) {
            fen = parts.content.take(row, found.exclusion(), share);
        } else if (parts.content.left > 0) {
            parts.notes.add(Explanation.of(row.basis(), 0, List.of(),
                    "快件已保价，“%s”不影响保价赔偿。".formatted(found.exclusion().chinese()),
                    "The parcel is insured, so '%s' does not count against it."
                            .formatted(found.exclusion().english())));
        }
        fen = Math.addExact(fen, fee(row, found.exclusion(), share, parts.carriage, feeStands, parts.notes));
        return Math.addExact(fen, fee(row, found.exclusion(), share, parts.extras, row.extraStands(), parts.notes));
    }

    private static long fee(ExclusionRow row, Exclusion exclusion, int share, Running fees, boolean stands,
            List<Explanation> notes) {
        if (!stands) {
            return fees.take(row, exclusion, share);
        }
        if (fees.left > 0) {
            notes.add(Explanation.of(row.basis(), 0, List.of(), "虽有“%s”，费用仍予退还。".formatted(exclusion.chinese()),
                    "The fee comes back in spite of '%s'.".formatted(exclusion.english())));
        }
        return 0;
    }

    private Explanation indirect(ExclusionRow row) {
        long fen = facts.worth().indirectFen();
        return Explanation.of(row.basis(), 0, List.of(new Input("主张的间接损失", Fen.yuan(fen))),
                "间接损失（如利润损失）不在赔偿范围内。", "Indirect loss, such as lost profit, is not paid.");
    }

    /** One of the two parts, as exclusions take from it one after another. */
    private final class Running {

        private final List<Explanation> lines;
        private final long before;
        private long left;
        private int share;

        Running(List<Explanation> lines) {
            this.lines = new ArrayList<>(lines);
            this.before = Part.sum(lines);
            this.left = before;
        }

        long take(ExclusionRow row, Exclusion exclusion, int more) {
            if (before == 0) {
                return 0;
            }
            share = Math.min(ALL, share + more);
            long now = Math.min(left, Fen.perMille(before, ALL - share, rounding));
            long fen = left - now;
            left = now;
            lines.add(Explanation.of(row.basis(), -fen,
                    List.of(new Input("扣减前", Fen.yuan(before)), new Input("原因所占比例", Fen.percent(more)),
                            new Input("扣减后", Fen.yuan(now))),
                    "因%s（占 %s），扣减 %s。".formatted(exclusion.chinese(), Fen.percent(more), Fen.yuan(fen)),
                    "Because of %s (%s of the cause), %s yuan less are owed.".formatted(exclusion.english(),
                            Fen.percent(more), Fen.text(fen))));
            return fen;
        }
    }
}
