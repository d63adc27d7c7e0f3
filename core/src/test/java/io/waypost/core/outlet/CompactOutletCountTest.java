package io.waypost.core.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.outlet.CompactOutletCount.Taken;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P6 The sums of sites on numbers are those of the written rule")
class CompactOutletCountTest {

    private static final int START = (int) Instant.parse("2026-11-20T01:00:00Z").getEpochSecond();
    private static final int LIVES = 2_000;
    private static final ScanType[] TYPES = ScanType.values();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyScansInAnyOrderAmongTheLastOnes(long seed) {
        var random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            var scans = life(random, 1 + random.nextInt(12));
            var came = shuffled(scans, OutletTrace.KEPT - 1, random);
            came.addAll(random.nextInt(2) == 0 ? List.copyOf(came) : came.subList(came.size() / 2, came.size()));
            assertThat(counted(came)).as("seed %d, life %d: %s", seed, life, came)
                    .isEqualTo(byHour(OutletCount.of(scans)));
        }
    }

    /** How far off they are in a network in which one scan in ten is overtaken by up to seven others, and one in ten comes twice. */
    @Test
    void whatIsLaterThanThatIsLeftOutAndLittleElse() {
        var random = new Random(4);
        var exact = OutletSums.NONE;
        var compact = OutletSums.NONE;
        for (int life = 0; life < LIVES; life++) {
            var scans = journey(random);
            var came = new TreeMap<Double, OutletScan>();
            for (int i = 0; i < scans.size(); i++) {
                came.put(i + (random.nextInt(10) == 0 ? 0.5 + random.nextInt(7) : 0), scans.get(i));
                if (random.nextInt(10) == 0) {
                    came.put(i + 0.25 + random.nextInt(9), scans.get(i));
                }
            }
            exact = exact.plus(byHour(OutletCount.of(scans)));
            compact = compact.plus(counted(List.copyOf(came.values())));
        }
        var difference = compact.minus(exact);
        long all = sum(exact.flows());
        long wrong = sum(difference.flows());
        long heldAll = sum(exact.held());
        long heldWrong = sum(difference.held());
        System.out.printf("flows: %d of %d counts are off (%.3f %%); held: %d of %d%n", wrong, all,
                100.0 * wrong / all, heldWrong, heldAll);
        assertThat(wrong).isPositive().isLessThan(all * 4 / 100);
        assertThat(heldWrong).isLessThanOrEqualTo(heldAll / 100);
    }

    @Test
    void saysWhatBecameOfAScan() {
        var count = new CompactOutletCount();
        var trace = new OutletTrace();
        var sums = new Summing();
        int arrived = ScanType.ARRIVED.code();
        assertThat(count.add(trace, START, ScanType.ORDER_CREATED.code(), 1, sums)).isEqualTo(Taken.MOVES_NOTHING);
        assertThat(trace.isEmpty()).isTrue();
        for (int i = 1; i <= OutletTrace.KEPT; i++) {
            assertThat(count.add(trace, START + i, arrived, i, sums)).isEqualTo(Taken.COUNTED);
        }
        assertThat(count.add(trace, START + 1, arrived, 1, sums)).isEqualTo(Taken.KNOWN);
        assertThat(count.add(trace, START, arrived, 9, sums)).isEqualTo(Taken.TOO_OLD);
        assertThat(trace.lastAt()).isEqualTo(START + OutletTrace.KEPT);
        assertThat(trace.lastType()).isEqualTo(arrived);
    }

    /** Any scans at all, in their order, with instants and places that meet. */
    private static List<OutletScan> life(Random random, int length) {
        var scans = new ArrayList<OutletScan>();
        int at = START;
        for (int i = 0; i < length; i++) {
            at += random.nextInt(3) * 1_000;
            scans.add(new OutletScan(TYPES[random.nextInt(TYPES.length)], Instant.ofEpochSecond(at),
                    "S%d".formatted(1 + random.nextInt(3))));
        }
        return scans.stream().distinct().sorted(Comparator.comparing(OutletScan::point))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Picked up, through one to three hubs, delivered at the second attempt now and then. */
    private static List<OutletScan> journey(Random random) {
        var types = new ArrayList<>(List.of(ScanType.PICKED_UP, ScanType.BAGGED, ScanType.DEPARTED));
        var places = new ArrayList<>(List.of(1, 1, 1));
        for (int hub = 2; hub < 3 + random.nextInt(3); hub++) {
            for (var type : List.of(ScanType.UNLOADED, ScanType.ARRIVED, ScanType.LOADED, ScanType.DEPARTED)) {
                types.add(type);
                places.add(hub);
            }
        }
        for (var type : random.nextInt(4) == 0
                ? List.of(ScanType.ARRIVED, ScanType.OUT_FOR_DELIVERY, ScanType.SIGN_FAILED,
                        ScanType.OUT_FOR_DELIVERY, ScanType.SIGNED)
                : random.nextInt(4) == 0
                        ? List.of(ScanType.ARRIVED)
                        : List.of(ScanType.ARRIVED, ScanType.OUT_FOR_DELIVERY, ScanType.SIGNED)) {
            types.add(type);
            places.add(9);
        }
        var scans = new ArrayList<OutletScan>();
        int at = START + random.nextInt(100_000);
        for (int i = 0; i < types.size(); i++) {
            at += 60 + random.nextInt(7_200);
            scans.add(new OutletScan(types.get(i), Instant.ofEpochSecond(at), "S%d".formatted(places.get(i))));
        }
        return scans;
    }

    /** Each scan is overtaken by at most so many. */
    private static List<OutletScan> shuffled(List<OutletScan> scans, int most, Random random) {
        var came = new ArrayList<OutletScan>();
        var rest = new ArrayList<>(scans);
        while (!rest.isEmpty()) {
            var oldest = rest.getFirst().point();
            long overtakers = came.stream().filter(scan -> scan.point().compareTo(oldest) > 0).count();
            came.add(rest.remove(overtakers >= most ? 0 : random.nextInt(Math.min(rest.size(), 1 + most))));
        }
        return came;
    }

    private static OutletSums counted(List<OutletScan> came) {
        var count = new CompactOutletCount();
        var trace = new OutletTrace();
        var sums = new Summing();
        for (var scan : came) {
            count.add(trace, (int) scan.at().getEpochSecond(), scan.type().code(),
                    Integer.parseInt(scan.site().substring(1)), sums);
        }
        return sums.sums();
    }

    private static OutletSums byHour(OutletSums sums) {
        var flows = new HashMap<OutletSums.Flow, Long>();
        sums.flows().forEach((flow, count) -> flows.merge(
                new OutletSums.Flow(flow.site(), flow.minute().truncatedTo(ChronoUnit.HOURS), flow.kind()), count,
                Long::sum));
        return new OutletSums(flows, sums.held());
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Math::abs).sum();
    }

    private static final class Summing implements CompactOutletCount.Sums {

        private final Map<OutletSums.Flow, Long> flows = new HashMap<>();
        private final Map<OutletSums.Held, Long> held = new HashMap<>();

        @Override
        public void flow(int site, int second, OutletFlow flow, int count) {
            flows.merge(new OutletSums.Flow("S%d".formatted(site), hour(second), flow), (long) count, Long::sum);
        }

        @Override
        public void held(int site, int second, int count) {
            held.merge(new OutletSums.Held("S%d".formatted(site), hour(second)), (long) count, Long::sum);
        }

        OutletSums sums() {
            return new OutletSums(flows, held).minus(OutletSums.NONE);
        }

        private static Instant hour(int second) {
            return Instant.ofEpochSecond(second).truncatedTo(ChronoUnit.HOURS);
        }
    }
}
