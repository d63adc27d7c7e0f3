package io.waypost.core.liability;

import io.waypost.core.claim.ClaimKind;
import io.waypost.core.liability.LiabilityEvidence.Kind;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who took something out (短少、不符): between which two weighings its weight changed; without weights, who reported it when. */
final class ContentsJudge {

    /** What is weighed at these is the bag. */
    private static final Set<ScanType> OF_THE_BAG = EnumSet.of(ScanType.BAGGED, ScanType.UNBAGGED, ScanType.LOADED,
            ScanType.UNLOADED);

    private record Weighing(int stay, Scan scan, int grams) {}

    private ContentsJudge() {}

    static Judgement judge(Workings workings) {
        var weighings = weighings(workings.chain());
        boolean anyChange = workings.facts().kind() == ClaimKind.MISMATCH;
        for (int i = 1; i < weighings.size(); i++) {
            var before = weighings.get(i - 1);
            var after = weighings.get(i);
            int lost = before.grams() - after.grams();
            if ((anyChange ? Math.abs(lost) : lost) > workings.limits().tolerance(before.grams())) {
                return changed(workings, before, after);
            }
        }
        return ReportJudge.judge(workings, BrokenLink.SHORT_ON_THE_WAY, ReportWords::shortage)
                .orElseGet(() -> workings.undecided(weighings.size() < 2 ? Doubt.NO_WEIGHTS : Doubt.WEIGHT_UNCHANGED));
    }

    private static List<Weighing> weighings(Chain chain) {
        var weighings = new ArrayList<Weighing>();
        for (int i = 0; i < chain.stays().size(); i++) {
            for (var scan : chain.stays().get(i).scans()) {
                var grams = scan.weightGrams();
                if (grams != null && !OF_THE_BAG.contains(scan.type())) {
                    weighings.add(new Weighing(i, scan, grams));
                }
            }
        }
        return weighings;
    }

    private static Judgement changed(Workings workings, Weighing before, Weighing after) {
        workings.say("上次称重 %d 克".formatted(before.grams()), "It was weighed at %d g".formatted(before.grams()),
                before.scan());
        workings.say("此次称重 %d 克".formatted(after.grams()), "It was weighed again at %d g".formatted(after.grams()),
                after.scan());
        var stays = workings.chain().stays();
        var here = stays.get(after.stay()).site();
        if (before.stay() == after.stay()) {
            return workings.facts().shows(Kind.DAMAGED_ON_RECEIPT, here) && after.stay() > 0
                    ? workings.undecided(Doubt.EVIDENCE_CONTRADICTS)
                    : workings.holder(BrokenLink.SHORT_ON_THE_WAY, LiabilityBasis.WEIGHED_IN_THE_HOUSE, here, 0);
        }
        int unweighed = after.stay() - before.stay() - 1;
        if (unweighed > 0) {
            workings.say("其间 %d 个单位未称重，由最后交出的单位承担。".formatted(unweighed),
                    "%d units between did not weigh it; the one that handed it on last bears that."
                            .formatted(unweighed));
        }
        boolean onArrival = Stay.comesIn(after.scan().type()) && stays.get(after.stay()).arrival() != null;
        if (workings.facts().shows(Kind.DAMAGED_ON_RECEIPT, here)
                || workings.facts().shows(Kind.DAMAGED_ON_RECEIPT, stays.get(after.stay() - 1).site())) {
            return ReportJudge.received(workings, BrokenLink.SHORT_ON_THE_WAY, after.stay());
        }
        return workings.split(BrokenLink.SHORT_ON_THE_WAY,
                onArrival ? LiabilityBasis.WEIGHED_ON_ARRIVAL : LiabilityBasis.WEIGHED_LATE,
                stays.get(after.stay() - 1).site(), here,
                unweighed > 0 ? 1 : 0);
    }
}
