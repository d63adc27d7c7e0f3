package io.waypost.core.liability;

import io.waypost.core.anomaly.SiteKinds;
import io.waypost.core.liability.LiabilityEvidence.Kind;
import java.util.Comparator;

/**
 * Judges who bears what a claim cost (责任判定引擎): the same facts and standard always give the same judgement. Immutable and safe for threads.
 *
 * <p>Last valid scan, broken link, units, split (最后有效扫描 → 断点环节 → 责任单位 → 比例), after the practice of a network of this country; where the
 * scans do not tell, it says so and blames nobody.
 */
public final class LiabilityEngine {

    private final LiabilityStandard standard;
    private final SiteKinds sites;

    /** @throws IllegalArgumentException where the standard has flaws */
    public LiabilityEngine(LiabilityStandard standard, SiteKinds sites) {
        var flaws = StandardCheck.flaws(standard);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException("Version %s: %s".formatted(standard.version(), flaws));
        }
        this.standard = standard;
        this.sites = sites;
    }

    /** The standard that it judges by. */
    public LiabilityStandard standard() {
        return standard;
    }

    /** The judgement of one case. */
    public Judgement judge(CaseFacts facts) {
        var workings = new Workings(standard, sites, facts);
        var exempt = facts.exemptions().stream().min(Comparator.naturalOrder());
        if (exempt.isPresent()) {
            return workings.borne(exempt.get());
        }
        for (var piece : facts.evidence()) {
            if (piece.kind() == Kind.FORCE_MAJEURE || piece.kind() == Kind.CUSTOMER_FAULT
                    || piece.kind() == Kind.DELIVERED) {
                workings.sayEvidence(piece.kind(), piece.unit());
                return workings.borne(
                        piece.kind() == Kind.FORCE_MAJEURE ? Exemption.FORCE_MAJEURE : Exemption.CUSTOMER_FAULT);
            }
        }
        var other = facts.evidence().stream().filter(piece -> piece.kind() == Kind.OTHER).findFirst();
        if (other.isPresent()) {
            workings.sayEvidence(Kind.OTHER, other.get().unit());
            return workings.undecided(Doubt.EVIDENCE_TO_BE_READ);
        }
        return chained(workings);
    }

    private static Judgement chained(Workings workings) {
        var chain = workings.chain();
        if (chain.isEmpty()) {
            return workings.undecided(Doubt.NO_SCANS);
        }
        workings.say("最后一次有效扫描", "The last valid scan", chain.last().last());
        var fault = chain.fault();
        if (fault != null) {
            return workings.undecided(fault);
        }
        if (chain.repaired()) {
            workings.say("有一台设备的时间与路由矛盾，按路由先后还原。",
                    "The clock of one device contradicts the route; the order of the route was taken.");
        }
        return switch (workings.facts().kind()) {
            case LOSS -> LossJudge.judge(workings);
            case TOTAL_DELAY -> delivered(chain) ? DelayJudge.judge(workings) : LossJudge.judge(workings);
            case TOTAL_DAMAGE, PARTIAL_DAMAGE -> DamageJudge.judge(workings);
            case SHORTAGE, MISMATCH -> ContentsJudge.judge(workings);
            case DELAY -> DelayJudge.judge(workings);
            case FEE_REFUND -> workings.undecided(Doubt.NOT_IN_SCANS);
        };
    }

    private static boolean delivered(Chain chain) {
        return chain.last().last().type().delivered();
    }
}
