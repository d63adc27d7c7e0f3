package io.waypost.app.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.network.Network;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.parcel.Journeys.Way;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.app.testing.Organisation;
import io.waypost.core.scan.ScanType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@DisplayName("B1 every night it is learnt how long parcels take, from their timelines")
class LaneLearningTest {

    private final LaneTimeStore store;
    private final Quotes quotes;
    private final Network network;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    LaneLearningTest(LaneTimeStore store, Quotes quotes, Network network, Clock clock, TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.store = store;
        this.quotes = quotes;
        this.network = network;
        this.clock = clock;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Test
    void tellsHowLongParcelsTookOnTheLane() {
        var ways = new ArrayList<Way>();
        for (int i = 1; i <= 40; i++) {
            ways.add(way("LANE" + i, Duration.ofHours(i), ScanType.SIGNED));
            // Those that came back or are on their way say nothing of the lane.
            ways.add(way("BACK" + i, Duration.ofHours(300), ScanType.RETURN_SIGNED));
            ways.add(way("WAY" + i, Duration.ofHours(300), ScanType.ARRIVED));
        }
        var learning = new LaneLearning(told(ways), store, network, transaction);
        Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(whole -> {
            // The platform's own thread learns too: it waits until nothing of this is left.
            jdbc.sql("select only_one from tariff.learning for update").query(Boolean.class).single();
            var now = clock.instant();
            assertThat(learning.learn(now, () -> true)).isTrue();
            assertThat(learning.runDue(now)).isZero();
            assertThat(learning.nextDue()).get().satisfies(next -> assertThat(next).isAfter(now));
            var time = quotes.history("440106", "110105").orElseThrow();
            assertThat(time.from()).isEqualTo("440100");
            assertThat(time.parcels()).isEqualTo(40);
            assertThat(time.halfHours()).isBetween(20, 24);
            assertThat(time.mostHours()).isBetween(36, 39);
            // A city to which too few went is told by its class of lanes.
            assertThat(quotes.history("440106", "120101").orElseThrow().to()).isEqualTo("FAR");
            assertThat(learning.learn(now, () -> false)).isFalse();
            whole.setRollbackOnly();
        }));
    }

    private Way way(String waybill, Duration took, ScanType end) {
        var start = clock.instant().minus(Duration.ofDays(15));
        return new Way(waybill, List.of(scan(ScanType.PICKED_UP, start, Organisation.TIANHE),
                scan(end, start.plus(took), Organisation.DONGCHENG)), null, null, false);
    }

    private static TimelineScan scan(ScanType type, Instant at, String site) {
        return new TimelineScan(UUID.randomUUID(), type, at, at, at, site, null, null, null, null, null, null, Set.of(),
                "test");
    }

    /** The timelines as a whole, with only these parcels in them. */
    private static Journeys told(List<Way> ways) {
        return new Journeys() {

            @Override
            public void each(Instant since, int oneIn, Consumer<Way> parcel) {
                ways.subList(0, 60).forEach(parcel);
            }

            @Override
            public void eachElsewhere(Instant since, int oneIn, Consumer<Way> parcel) {
                ways.subList(60, ways.size()).forEach(parcel);
            }

            @Override
            public Instant from(Instant due) {
                return due;
            }

            @Override
            public List<Way> of(Collection<String> waybills) {
                return List.of();
            }

            @Override
            public void over(Collection<String> waybills) {}

            @Override
            public void bring(Collection<String> waybills) {}

            @Override
            public List<Place> promised(Instant from, Instant until, @Nullable Place after, int most) {
                return List.of();
            }

            @Override
            public long size() {
                return ways.size();
            }

            @Override
            public List<Lag> lags(Instant from, Instant until) {
                return List.of();
            }

            @Override
            public List<DeviceLag> deviceLags(Instant from, Instant until) {
                return List.of();
            }
        };
    }
}
