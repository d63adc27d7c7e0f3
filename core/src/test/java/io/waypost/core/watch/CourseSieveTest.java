package io.waypost.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.anomaly.Anomaly;
import io.waypost.core.anomaly.AnomalyKind;
import io.waypost.core.anomaly.AnomalyPolicy;
import io.waypost.core.anomaly.AnomalyRules;
import io.waypost.core.anomaly.CourseScan;
import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P7 the engine suspects every parcel of which the rules of anomalies have something to say")
class CourseSieveTest {

    private static final int START = (int) Instant.parse("2026-11-02T02:00:00Z").getEpochSecond();
    private static final int HOUR = 3_600;
    private static final List<ScanType> TYPES = List.of(ScanType.ARRIVED, ScanType.DEPARTED, ScanType.DEPARTED,
            ScanType.ARRIVED, ScanType.UNLOADED, ScanType.LOADED, ScanType.OUT_FOR_DELIVERY, ScanType.SIGN_FAILED,
            ScanType.SIGNED, ScanType.STATION_IN, ScanType.REJECTED, ScanType.CALL_MADE, ScanType.PROBLEM,
            ScanType.RETURN_STARTED, ScanType.PICKED_UP);

    private final AnomalyRules rules = new AnomalyRules(AnomalyPolicy.defaults(),
            site -> site.startsWith("H") ? UnitKind.HUB : UnitKind.OUTLET);
    private final SiteIndex sites = new SiteIndex();
    private final CompactWatch watch;

    CourseSieveTest() {
        for (int i = 0; i < 5; i++) {
            sites.describe(new SiteIndex.Site("H" + i, false, null));
            sites.describe(new SiteIndex.Site("O" + i, true, null));
        }
        watch = new CompactWatch(List.of(DefaultLimits.table()), PauseRules.defaults(), CompactWatch.Closures.NONE,
                sites, new LaneIndex());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverAScanBringsToLightIsSuspectedAtThatScan(long seed) {
        var random = new Random(seed);
        Map<AnomalyKind, Integer> found = new EnumMap<>(AnomalyKind.class);
        for (int round = 0; round < 5_000; round++) {
            var life = new Life();
            for (var scan : scans(random)) {
                boolean suspected = life.suspects(scan);
                for (var anomaly : life.news()) {
                    assertThat(suspected).as("seed %d, round %d: %s after %s", seed, round, anomaly, life.known)
                            .isTrue();
                    found.merge(anomaly.kind(), 1, Integer::sum);
                }
            }
        }
        assertThat(found).hasSize(AnomalyKind.values().length);
        assertThat(found.values()).allSatisfy(times -> assertThat(times).isGreaterThan(20));
    }

    @Test
    void anOrdinaryLifeIsNotSuspected() {
        var life = new Life();
        int suspected = 0;
        int hour = 0;
        for (var scan : List.of(scan(ScanType.PICKED_UP, "O1", null), scan(ScanType.DEPARTED, "O1", "H1"),
                scan(ScanType.ARRIVED, "H1", null), scan(ScanType.DEPARTED, "H1", "H2"),
                scan(ScanType.ARRIVED, "H2", null), scan(ScanType.DEPARTED, "H2", "H3"),
                scan(ScanType.ARRIVED, "H3", null), scan(ScanType.DEPARTED, "H3", "O2"),
                scan(ScanType.ARRIVED, "O2", null), scan(ScanType.OUT_FOR_DELIVERY, "O2", null),
                scan(ScanType.SIGN_FAILED, "O2", null), scan(ScanType.OUT_FOR_DELIVERY, "O2", null),
                scan(ScanType.SIGNED, "O2", null))) {
            scan.at = START + (hour += 5) * HOUR;
            scan.arrival = scan.at + 60;
            suspected += life.suspects(scan) ? 1 : 0;
            // Once more: the device tried again.
            suspected += life.suspects(scan) ? 1 : 0;
        }
        assertThat(suspected).isZero();
    }

    private CompactScan scan(ScanType type, String site, @Nullable String next) {
        var scan = new CompactScan();
        scan.type = type.code();
        scan.site = sites.number(site);
        scan.nextSite = next == null ? SiteIndex.NONE : sites.number(next);
        scan.stage = type.stage(site.startsWith("O"), next != null && next.startsWith("O")).code();
        return scan;
    }

    /** Up to fifteen scans among few sites, mostly going on as sent; one in eight comes late, some at the second of another. */
    private List<CompactScan> scans(Random random) {
        var scans = new ArrayList<CompactScan>();
        int at = START;
        int arrival = START;
        String sent = null;
        for (int i = 0; i < 2 + random.nextInt(14); i++) {
            at += random.nextInt(10) == 0 ? 0 : (1 + random.nextInt(random.nextInt(5) == 0 ? 40 : 9)) * HOUR;
            var type = TYPES.get(random.nextInt(100) < 50 ? random.nextInt(4) : random.nextInt(TYPES.size()));
            var site = sent != null && random.nextInt(4) > 0
                    ? sent
                    : (random.nextInt(3) == 0 ? "O" : "H") + random.nextInt(5);
            var next = type == ScanType.DEPARTED && random.nextInt(8) > 0
                    ? (random.nextInt(3) == 0 ? "O" : "H") + random.nextInt(5)
                    : null;
            var scan = scan(type, site, next);
            scan.at = random.nextInt(8) == 0 ? Math.max(START, at - random.nextInt(60 * HOUR)) : at;
            arrival = Math.max(arrival, scan.at) + random.nextInt(120);
            scan.arrival = arrival;
            scans.add(scan);
            sent = next != null ? next : site;
        }
        return scans;
    }

    /** One parcel under the sieve, and what the rules say of it. */
    private final class Life implements CompactFindings {

        private final ParcelState state = new ParcelState();
        private final ParcelAside aside = new ParcelAside();
        private final List<CourseScan> known = new ArrayList<>();
        private final Set<UUID> told = new HashSet<>();
        private boolean suspected;

        boolean suspects(CompactScan scan) {
            suspected = false;
            watch.onScan(state, aside, scan, this);
            known.add(new CourseScan(ScanType.ofCode(scan.type), Instant.ofEpochSecond(scan.at),
                    sites.site(scan.site).code(),
                    scan.nextSite == SiteIndex.NONE ? null : sites.site(scan.nextSite).code()));
            return suspected;
        }

        /** What the rules did not say before the last scan, as they will when all has settled. */
        List<Anomaly> news() {
            var later = Instant.ofEpochSecond(START).plusSeconds(1_000L * 24 * HOUR);
            return rules.look("YT1", known, later).anomalies().stream().filter(one -> told.add(one.id())).toList();
        }

        @Override
        public void raised(ParcelState after, int at) {}

        @Override
        public void cleared(ParcelState before, int at, ClearCause cause) {}

        @Override
        public void suspected(ParcelState after, int at) {
            suspected = true;
        }
    }
}
