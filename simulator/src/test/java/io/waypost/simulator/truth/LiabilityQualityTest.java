package io.waypost.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.claim.ClaimKind;
import io.waypost.core.liability.BrokenLink;
import io.waypost.core.liability.CaseFacts;
import io.waypost.core.liability.Confidence;
import io.waypost.core.liability.DefaultStandard;
import io.waypost.core.liability.Judgement;
import io.waypost.core.liability.LiabilityEngine;
import io.waypost.core.liability.LiabilityLimits;
import io.waypost.core.liability.LiabilityStandard;
import io.waypost.core.liability.Shares;
import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.Progress;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanPolicy;
import io.waypost.core.scan.ScanRules;
import io.waypost.core.scan.ScanType;
import io.waypost.simulator.Action;
import io.waypost.simulator.Settings;
import io.waypost.simulator.Simulation;
import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Seventeen days of networks of several shapes: what was lost, broken or signed for by the wrong person is judged as the platform would, from
 * the scans alone with the times that count there, and held against who really did it. {@code -Dparcels=} and {@code -Dseed=} choose others,
 * {@code -Dshapes=all} takes every shape.
 */
@DisplayName("L6 the engine blames who did it, or says that it cannot tell")
class LiabilityQualityTest {

    private static final Instant START = Instant.parse("2026-10-11T16:00:00Z");
    private static final int DAYS = 17;
    private static final Set<Kind> JUDGED = Set.of(Kind.LOST, Kind.DAMAGED, Kind.WRONGLY_SIGNED);

    @Test
    void theMostBlamedUnitIsTheOneThatDidIt() {
        var shapes = "all".equals(System.getProperty("shapes"))
                ? List.of(Shape.values())
                : List.of(Shape.STANDING, Shape.COAST, Shape.NIGHT, Shape.VILLAGES);
        var all = new Tally();
        for (int i = 0; i < shapes.size(); i++) {
            // Luck belongs to a parcel's number: one seed would strike the same parcels in every shape.
            var tally = play(Settings.demo(seed() + i, START, parcels(), shapes.get(i)).withHandOvers(),
                    DefaultStandard.of());
            tally.print(shapes.get(i).title());
            all.add(tally);
        }
        all.print("together");
        all.details();
        var counted = new Count();
        counted.add(all.of(Kind.LOST));
        counted.add(all.of(Kind.DAMAGED));
        assertThat(counted.right()).as("right of the lost and damaged that were judged").isGreaterThanOrEqualTo(0.95);
        assertThat(all.of(Kind.LOST).right()).isGreaterThanOrEqualTo(0.95);
        assertThat(all.of(Kind.DAMAGED).right()).isGreaterThanOrEqualTo(0.92);
        assertThat(counted.undecidedShare()).as("cannot tell").isLessThan(0.06);
        assertThat(all.of(Kind.LOST).cases).isGreaterThan(100);
        assertThat(all.of(Kind.DAMAGED).cases).isGreaterThan(60);
        assertThat(all.right(Confidence.CERTAIN)).as("of those called certain").isGreaterThanOrEqualTo(0.97);
    }

    /** Where nobody scans hand-overs, most losses cannot be told, and the engine says so instead of guessing. */
    @Test
    void withoutScansOfHandOversItSaysThatItCannotTell() {
        var tally = play(Settings.demo(seed(), START, parcels(), Shape.STANDING), withoutHandOvers());
        tally.print("no hand-overs");
        assertThat(tally.of(Kind.LOST).undecidedShare()).isBetween(0.4, 0.9);
        assertThat(tally.of(Kind.LOST).right()).isGreaterThanOrEqualTo(0.95);
    }

    private static int parcels() {
        return Integer.getInteger("parcels", 2_500);
    }

    private static long seed() {
        return Long.getLong("seed", 11);
    }

    private static LiabilityStandard withoutHandOvers() {
        var usual = DefaultStandard.of();
        var limits = usual.limits();
        return new LiabilityStandard("without", usual.effectiveFrom(), usual.terms(),
                new LiabilityLimits(false, limits.reportWithin(), limits.cutOff(), limits.toleranceGrams(),
                        limits.tolerancePerMille(), limits.outletStay(), limits.hubStay(), limits.roadToHub(),
                        limits.roadToOutlet()),
                usual.rules());
    }

    private static Tally play(Settings settings, LiabilityStandard standard) {
        var simulation = new Simulation(settings);
        var chains = new Chains();
        var end = START.plus(Duration.ofDays(DAYS));
        simulation.advanceTo(end, action -> {
            if (action instanceof Action.Upload(var at, var scan)) {
                chains.take(scan, at);
            }
        });
        var engine = new LiabilityEngine(standard, kinds(simulation.network())::get);
        var tally = new Tally();
        for (var episode : simulation.truth().episodes()) {
            if (JUDGED.contains(episode.kind()) && complete(episode, end)) {
                var judgement = engine.judge(CaseFacts.of(claim(episode.kind()), chains.of(episode.waybill()), null));
                tally.count(episode, judgement);
            }
        }
        return tally;
    }

    /** Every scan that there will be has come: what is broken was reported, and late devices have uploaded. */
    private static boolean complete(Episode episode, Instant end) {
        var closed = end.minus(Duration.ofDays(2));
        var to = episode.to();
        return episode.kind() == Kind.DAMAGED ? to != null && to.isBefore(closed) : episode.from().isBefore(closed);
    }

    private static ClaimKind claim(Kind kind) {
        return kind == Kind.DAMAGED ? ClaimKind.PARTIAL_DAMAGE : ClaimKind.LOSS;
    }

    private static Map<String, UnitKind> kinds(Network network) {
        var kinds = new HashMap<String, UnitKind>();
        network.hubs().forEach(place -> kinds.put(place.code(), UnitKind.HUB));
        network.outlets().forEach(place -> kinds.put(place.code(), UnitKind.OUTLET));
        return kinds;
    }

    /** The scans as the platform keeps them: each once, with the time that counts. */
    private static final class Chains {

        private final ScanRules times = new ScanRules(ScanPolicy.defaults());
        private final Map<String, Progress> progress = new HashMap<>();
        private final Map<String, List<Scan>> scans = new HashMap<>();
        private final Map<String, Set<String>> known = new HashMap<>();

        void take(io.waypost.client.Scan sent, Instant arrival) {
            if (!known.computeIfAbsent(sent.waybill(), _ -> new HashSet<>()).add(String.valueOf(sent.eventId()))) {
                return;
            }
            var type = ScanType.valueOf(sent.type());
            var made = Scan.of(sent.waybill(), type, sent.scannedAt(), sent.site());
            var before = progress.getOrDefault(sent.waybill(), Progress.NONE);
            var at = times.effectiveAt(made, arrival, before.last());
            progress.put(sent.waybill(), before.with(type, at, sent.site()));
            var kilograms = sent.weightKg();
            scans.computeIfAbsent(sent.waybill(), _ -> new ArrayList<>())
                    .add(new Scan(sent.waybill(), type, at, sent.site(), null, sent.nextSite(), sent.device(),
                            sent.operator(), sent.bag(),
                            kilograms == null ? null : kilograms.movePointRight(3).intValue(), sent.remark(),
                            sent.eventId()));
        }

        List<Scan> of(String waybill) {
            return scans.getOrDefault(waybill, List.of());
        }
    }

    private static final class Count {

        private int cases;
        private int judged;
        private int right;

        void add(Count other) {
            cases += other.cases;
            judged += other.judged;
            right += other.right;
        }

        double right() {
            return judged == 0 ? 1 : (double) right / judged;
        }

        double undecidedShare() {
            return cases == 0 ? 0 : 1 - (double) judged / cases;
        }
    }

    private static final class Tally {

        private final Map<Kind, Count> byKind = new EnumMap<>(Kind.class);
        private final Map<Confidence, Count> byConfidence = new EnumMap<>(Confidence.class);
        private final Map<String, Count> byLink = new TreeMap<>();

        void count(Episode episode, Judgement judgement) {
            var blamed = Shares.mostBlamed(judgement.shares()).orElse(null);
            note(of(episode.kind()), judgement, episode, blamed);
            var confidence = judgement.confidence();
            if (confidence != null) {
                note(byConfidence.computeIfAbsent(confidence, _ -> new Count()), judgement, episode, blamed);
            }
            var link = judgement.link();
            note(byLink.computeIfAbsent(link == null ? String.valueOf(judgement.doubt()) : name(link, judgement),
                    _ -> new Count()), judgement, episode, blamed);
        }

        private static String name(BrokenLink link, Judgement judgement) {
            return link + "/" + judgement.basis();
        }

        private static void note(Count count, Judgement judgement, Episode episode, @Nullable String blamed) {
            count.cases++;
            count.judged += judgement.outcome() == Judgement.Outcome.CHARGED ? 1 : 0;
            count.right += episode.by().equals(blamed) ? 1 : 0;
        }

        Count of(Kind kind) {
            return byKind.computeIfAbsent(kind, _ -> new Count());
        }

        double right(Confidence confidence) {
            return byConfidence.getOrDefault(confidence, new Count()).right();
        }

        void add(Tally other) {
            other.byKind.forEach((kind, count) -> of(kind).add(count));
            other.byConfidence.forEach(
                    (grade, count) -> byConfidence.computeIfAbsent(grade, _ -> new Count()).add(count));
            other.byLink.forEach((link, count) -> byLink.computeIfAbsent(link, _ -> new Count()).add(count));
        }

        void print(String title) {
            byKind.forEach((kind, count) -> line(title + " " + kind, count));
        }

        void details() {
            byConfidence.forEach((grade, count) -> line(grade.name(), count));
            byLink.forEach(Tally::line);
        }

        private static void line(String title, Count count) {
            System.out.printf("%-55s %5d cases, cannot tell %5.1f %%, right %5.1f %% of %d%n", title, count.cases,
                    count.undecidedShare() * 100, count.right() * 100, count.judged);
        }
    }
}
