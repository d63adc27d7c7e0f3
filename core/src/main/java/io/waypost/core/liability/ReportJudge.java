package io.waypost.core.liability;

import io.waypost.core.liability.LiabilityEvidence.Kind;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who bears what somebody reported as broken or missing on the way: whoever reports it within the time after it came in has received it like
 * that; whoever reports it later, or leaves it to the next, bears it. Of a bag, those who closed it and those who opened it share.
 */
final class ReportJudge {

    private final Workings workings;
    private final BrokenLink link;

    private ReportJudge(Workings workings, BrokenLink link) {
        this.workings = workings;
        this.link = link;
    }

    /** The judgement by the first report; empty where there is none. */
    static Optional<Judgement> judge(Workings workings, BrokenLink link, Predicate<Scan> report) {
        var stays = workings.chain().stays();
        for (int i = 0; i < stays.size(); i++) {
            var first = stays.get(i).scans().stream().filter(report).findFirst();
            if (first.isPresent()) {
                return Optional.of(new ReportJudge(workings, link).reported(i, first.get()));
            }
        }
        return Optional.empty();
    }

    /** The judgement where nobody reported anything and the unit of that stay shows that it came like that. */
    static Judgement received(Workings workings, BrokenLink link, int stay) {
        return new ReportJudge(workings, link).back(stay, LiabilityBasis.REPORTED_PIECE);
    }

    private Judgement reported(int at, Scan report) {
        var stay = workings.chain().stays().get(at);
        workings.say("首次上报异常", "It was first reported here", report);
        var came = came(stay, report);
        if (came == null || at == 0) {
            workings.say("没有该单位的到件记录可以证明到件时已如此。",
                    "No arrival at this unit shows that it came like that.");
            return later(at, came == null && at > 0 ? 1 : 0);
        }
        if (report.scannedAt().isBefore(came.scannedAt())) {
            return workings.undecided(Doubt.CLOCKS_CONTRADICT);
        }
        if (report.scannedAt().isAfter(came.scannedAt().plus(workings.limits().reportWithin()))) {
            workings.say("到件后超过 %d 小时才上报".formatted(workings.limits().reportWithin().toHours()),
                    "That is more than %d hours after it came in".formatted(
                            workings.limits().reportWithin().toHours()),
                    came);
            return later(at, 0);
        }
        workings.say("到件后 %d 小时内上报，到件时已如此".formatted(workings.limits().reportWithin().toHours()),
                "That is within %d hours after it came in: it came like that".formatted(
                        workings.limits().reportWithin().toHours()),
                came);
        boolean bag = came.bag() != null || workings.chain().stays().get(at - 1).leftInBag();
        return back(at, bag ? LiabilityBasis.REPORTED_BAG : LiabilityBasis.REPORTED_PIECE);
    }

    private Judgement later(int at, int lessSure) {
        var unit = workings.chain().stays().get(at).site();
        if (at > 0 && workings.facts().shows(Kind.DAMAGED_ON_RECEIPT, unit)) {
            return back(at, LiabilityBasis.REPORTED_PIECE);
        }
        return workings.holder(link, LiabilityBasis.REPORTED_LATER, unit, lessSure);
    }

    /** It came like that to the unit of that stay; goes back as far as units show the same of themselves. */
    private Judgement back(int at, LiabilityBasis basis) {
        var stays = workings.chain().stays();
        var by = basis;
        int received = at;
        if (shows(at)) {
            by = LiabilityBasis.REPORTED_PIECE;
        }
        while (received > 1 && shows(received - 1)) {
            received--;
            by = LiabilityBasis.REPORTED_PIECE;
        }
        return workings.split(link, by, stays.get(received - 1).site(), stays.get(received).site(), 0);
    }

    private boolean shows(int at) {
        var unit = workings.chain().stays().get(at).site();
        if (!workings.facts().shows(Kind.DAMAGED_ON_RECEIPT, unit)) {
            return false;
        }
        workings.sayEvidence(Kind.DAMAGED_ON_RECEIPT, unit);
        return true;
    }

    /** From when the time for reports runs: the arrival, or where the bag was opened later, the opening. */
    private static @Nullable Scan came(Stay stay, Scan report) {
        var arrival = stay.arrival();
        if (arrival == null) {
            return null;
        }
        var came = arrival;
        for (var scan : stay.scans()) {
            if (scan.equals(report)) {
                break;
            }
            if (scan.type() == ScanType.UNBAGGED || (scan.type() == ScanType.ARRIVED && scan.bag() != null)) {
                came = scan;
            }
        }
        return came;
    }
}
