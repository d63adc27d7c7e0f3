package io.waypost.core.liability;

import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who was late (超时效): of the stays and roads, the one that took longest beyond what the standard leaves it. */
final class DelayJudge {

    /** Two that are this close to each other share, in per cent of the longer. */
    private static final int CLOSE = 80;

    private static final Set<ScanType> WAITING = EnumSet.of(ScanType.SIGN_FAILED, ScanType.PROBLEM,
            ScanType.REJECTED, ScanType.CUSTOMS_PENDING, ScanType.CUSTOMS_IN, ScanType.CUSTOMS_FAILED);

    /**
     * A part of the way.
     *
     * @param next where the road led to; null for a stay
     */
    private record Part(Scan from, String unit, @Nullable String next, Duration took, Duration excess) {}

    private final Workings workings;
    private final List<Part> late = new ArrayList<>();
    private Duration waited = Duration.ZERO;

    private DelayJudge(Workings workings) {
        this.workings = workings;
    }

    static Judgement judge(Workings workings) {
        var delivered = delivered(workings.chain());
        var promised = workings.facts().promisedAt();
        if (promised == null) {
            return workings.undecided(Doubt.NO_PROMISE);
        }
        if (delivered == null) {
            return workings.undecided(Doubt.NOT_DELIVERED);
        }
        workings.say("承诺 %s 前妥投，实际".formatted(Told.chinese(promised)),
                "It was promised by %s and came".formatted(Told.english(promised)), delivered);
        if (!delivered.scannedAt().isAfter(promised)) {
            return workings.undecided(Doubt.NOT_LATE);
        }
        if (workings.chain().repaired()) {
            return workings.undecided(Doubt.CLOCKS_CONTRADICT);
        }
        return new DelayJudge(workings).judge(promised, delivered);
    }

    /** What is put into a station counts as delivered. */
    private static @Nullable Scan delivered(Chain chain) {
        return chain.stays().stream().flatMap(stay -> stay.scans().stream())
                .filter(scan -> scan.type().delivered() || scan.type() == ScanType.STATION_IN).findFirst()
                .orElse(null);
    }

    private Judgement judge(Instant promised, Scan delivered) {
        var stays = workings.chain().stays();
        for (int i = 0; i < stays.size(); i++) {
            stay(stays.get(i), delivered);
            if (i + 1 < stays.size()) {
                road(stays.get(i), stays.get(i + 1));
            }
        }
        late.sort(Comparator.comparing(Part::excess).reversed());
        if (waited.compareTo(Duration.between(promised, delivered.scannedAt())) >= 0) {
            return workings.undecided(Doubt.WAITED_FOR_CUSTOMER);
        }
        if (late.isEmpty()) {
            return workings.undecided(Doubt.NOBODY_LATE);
        }
        return longest();
    }

    private Judgement longest() {
        var worst = late.getFirst();
        tell(worst);
        var next = worst.next();
        if (next != null) {
            return workings.split(BrokenLink.LATE, LiabilityBasis.ON_THE_ROAD, worst.unit(), next, 0);
        }
        var second = late.size() > 1 ? late.get(1) : null;
        if (second != null && second.next() == null && !second.unit().equals(worst.unit())
                && second.excess().toMinutes() * 100 >= worst.excess().toMinutes() * CLOSE) {
            tell(second);
            boolean inOrder = worst.from().scannedAt().isBefore(second.from().scannedAt());
            return workings.split(BrokenLink.LATE, LiabilityBasis.TWO_LATE, inOrder ? worst.unit() : second.unit(),
                    inOrder ? second.unit() : worst.unit(), 0);
        }
        return workings.holder(BrokenLink.LATE, LiabilityBasis.HELD, worst.unit(), 0);
    }

    private void tell(Part part) {
        var next = part.next();
        workings.say(
                "%s历时 %d 小时，超过标准 %d 小时，起于".formatted(next == null ? "停留" : "在途", part.took().toHours(),
                        part.excess().toHours()),
                "%s took %d hours, %d more than the standard, from".formatted(next == null ? "The stay" : "The road",
                        part.took().toHours(), part.excess().toHours()),
                part.from());
    }

    private void stay(Stay stay, Scan delivered) {
        var scans = stay.scans();
        var end = scans.contains(delivered) ? delivered : Objects.requireNonNullElse(stay.departure(), stay.last());
        var from = stay.first();
        var idle = Duration.ZERO;
        for (int i = 0; i + 1 < scans.size() && !scans.get(i).equals(end); i++) {
            if (WAITING.contains(scans.get(i).type()) && !ReportWords.damage(scans.get(i))) {
                idle = idle.plus(Duration.between(scans.get(i).scannedAt(), scans.get(i + 1).scannedAt()));
            }
        }
        waited = waited.plus(idle);
        var took = Duration.between(from.scannedAt(), end.scannedAt()).minus(idle);
        var limit = workings.hub(stay.site()) ? workings.limits().hubStay() : workings.limits().outletStay();
        add(new Part(from, stay.site(), null, took, took.minus(limit)));
    }

    private void road(Stay before, Stay after) {
        var left = before.departure();
        if (left == null) {
            return;
        }
        var took = Duration.between(left.scannedAt(), after.first().scannedAt());
        var limit = workings.outlet(after.site()) ? workings.limits().roadToOutlet() : workings.limits().roadToHub();
        add(new Part(left, before.site(), after.site(), took, took.minus(limit)));
    }

    private void add(Part part) {
        if (part.excess().isPositive()) {
            late.add(part);
        }
    }
}
