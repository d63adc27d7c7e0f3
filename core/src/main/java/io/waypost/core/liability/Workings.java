package io.waypost.core.liability;

import io.waypost.core.anomaly.SiteKinds;
import io.waypost.core.liability.Judgement.Outcome;
import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.Scan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case under judgement: what is known, and the explanation as it grows. Used once; not safe for threads. */
final class Workings {

    private final LiabilityStandard standard;
    private final SiteKinds sites;
    private final CaseFacts facts;
    private final Chain chain;
    private final List<ReasonStep> steps = new ArrayList<>();

    Workings(LiabilityStandard standard, SiteKinds sites, CaseFacts facts) {
        this.standard = standard;
        this.sites = sites;
        this.facts = facts;
        this.chain = Chain.of(facts.scans());
    }

    CaseFacts facts() {
        return facts;
    }

    Chain chain() {
        return chain;
    }

    LiabilityLimits limits() {
        return standard.limits();
    }

    @Nullable
    UnitKind kind(@Nullable String site) {
        return site == null ? null : sites.kind(site);
    }

    boolean hub(@Nullable String site) {
        return kind(site) == UnitKind.HUB;
    }

    boolean outlet(@Nullable String site) {
        return kind(site) == UnitKind.OUTLET;
    }

    /** Something that rests on no single scan. */
    void say(String chinese, String english) {
        steps.add(new ReasonStep(chinese, english, null));
    }

    /** Something that rests on a scan, which the sentence names at its end. */
    void say(String chinese, String english, Scan scan) {
        steps.add(new ReasonStep("%s：%s。".formatted(chinese, Told.chinese(scan)),
                "%s: %s.".formatted(english, Told.english(scan)), scan.identity()));
    }

    /** A piece of evidence that moves something. */
    void sayEvidence(LiabilityEvidence.Kind kind, String unit) {
        say("采信 %s 的举证：%s。".formatted(unit, kind.chinese()),
                "Evidence of %s was accepted: %s.".formatted(unit, kind));
    }

    Judgement undecided(Doubt doubt) {
        say("不能凭扫描判定：%s，转人工认定。".formatted(doubt.chinese()),
                "The scans cannot tell: %s. A person decides.".formatted(doubt.english()));
        return new Judgement(Outcome.UNDECIDED, null, null, List.of(), null, doubt, null, steps, standard.version());
    }

    Judgement borne(Exemption exemption) {
        say("由总部承担，不计各单位责任：%s。".formatted(exemption.chinese()),
                "Headquarters bear it and no unit does: %s.".formatted(exemption.english()));
        return new Judgement(Outcome.BORNE, null, null, List.of(), null, null, exemption, steps, standard.version());
    }

    Judgement holder(BrokenLink link, LiabilityBasis basis, String unit, int lessSure) {
        return split(link, basis, unit, unit, lessSure);
    }

    /**
     * Charges the units.
     *
     * @param receiver null where nobody knows to whom it was sent; then the sender bears that part too
     * @param lessSure by how many grades the judgement is less sure than its basis allows
     */
    Judgement split(BrokenLink link, LiabilityBasis basis, String sender, @Nullable String receiver, int lessSure) {
        var rule = standard.rule(link, basis).orElseThrow(() -> new IllegalStateException(
                "Version %s has no rule for %s/%s.".formatted(standard.version(), link, basis)));
        var shares = new ArrayList<Share>();
        for (var part : rule.parts()) {
            var unit = part.party() == LiableParty.RECEIVER && receiver != null ? receiver : sender;
            if (!hub(unit) && !outlet(unit)) {
                say("站点 %s 不在机构树中。".formatted(unit), "The place %s is no unit of the network.".formatted(unit));
                return undecided(Doubt.UNIT_UNKNOWN);
            }
            add(shares, new Share(unit, part.party(), part.duty(), part.perMille()));
        }
        say("断点环节：%s；依据：%s。".formatted(link.chinese(), basis.chinese()),
                "The chain broke here: %s.".formatted(link.english()));
        say("按标准 %s 分责 %s：%s。".formatted(standard.version(), rule.words(), chinese(shares)),
                "Standard %s splits this %s: %s.".formatted(standard.version(), rule.words(), english(shares)));
        var confidence = basis.confidence();
        for (int i = 0; i < lessSure + (chain.repaired() || chain.gaps() > 0 ? 1 : 0); i++) {
            confidence = confidence.less();
        }
        return new Judgement(Outcome.CHARGED, link, basis, shares, confidence, null, null, steps, standard.version());
    }

    /** Where both parties are one unit, what its duties bear is added up. */
    private static void add(List<Share> shares, Share share) {
        for (int i = 0; i < shares.size(); i++) {
            var other = shares.get(i);
            if (other.unit().equals(share.unit()) && other.duty() == share.duty()) {
                shares.set(i, new Share(other.unit(), other.party(), other.duty(),
                        other.perMille() + share.perMille()));
                return;
            }
        }
        shares.add(share);
    }

    private static String chinese(List<Share> shares) {
        return String.join("，", shares.stream().map(share -> "%s（%s）%s%s".formatted(share.unit(),
                share.party().chinese(), share.duty().chinese(), percent(share.perMille()))).toList());
    }

    private static String english(List<Share> shares) {
        return String.join(", ", shares.stream().map(
                share -> "%s (%s) %s %s".formatted(share.unit(), share.party(), share.duty(),
                        percent(share.perMille())))
                .toList());
    }

    private static String percent(int perMille) {
        return perMille % 10 == 0 ? "%d%%".formatted(perMille / 10) : "%d.%d%%".formatted(perMille / 10, perMille % 10);
    }
}
