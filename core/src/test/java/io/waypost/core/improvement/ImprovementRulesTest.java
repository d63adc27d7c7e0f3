package io.waypost.core.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waypost.core.improvement.Comparison.Trend;
import io.waypost.core.improvement.ItemCommand.Accept;
import io.waypost.core.improvement.ItemCommand.Drop;
import io.waypost.core.improvement.ItemCommand.Finish;
import io.waypost.core.improvement.ItemCommand.Start;
import io.waypost.core.improvement.ItemDecision.Declined;
import io.waypost.core.improvement.ItemDecision.Granted;
import io.waypost.core.improvement.ItemDecision.Reason;
import io.waypost.core.improvement.ItemState.Accepted;
import io.waypost.core.improvement.ItemState.Done;
import io.waypost.core.improvement.ItemState.Dropped;
import io.waypost.core.improvement.ItemState.Failed;
import io.waypost.core.improvement.ItemState.InProgress;
import io.waypost.core.improvement.ItemState.Proposed;
import io.waypost.core.improvement.ItemState.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T7 a cause is named, worked on, and shown to have fallen or not")
class ImprovementRulesTest {

    private static final Instant AT = Instant.parse("2026-11-02T04:00:00Z");

    @Test
    void theCatalogueHasTwoLevelsAndSomebodyForEach() {
        var all = DefaultCauses.all();
        var codes = all.stream().map(Cause::code).collect(Collectors.toSet());
        assertThat(all).hasSameSizeAs(codes).hasSizeGreaterThan(50);
        assertThat(all).allSatisfy(cause -> assertThat(codes).contains(cause.main()));
        assertThat(all.stream().map(Cause::department).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Department.values());
        assertThat(all.stream().map(Cause::nameZh).toList()).doesNotHaveDuplicates();
    }

    @Test
    void eachStepHasItsPlace() {
        var done = new Done(AT, 0);
        assertThat(ItemRules.decide(new Proposed(), new Accept())).isEqualTo(new Granted(new Accepted()));
        assertThat(ItemRules.decide(new Proposed(), new Start())).isEqualTo(new Declined(Reason.NOT_ACCEPTED));
        assertThat(ItemRules.decide(new Accepted(), new Start())).isEqualTo(new Granted(new InProgress()));
        assertThat(ItemRules.decide(new Accepted(), new Finish(AT))).isEqualTo(new Declined(Reason.NOT_STARTED));
        assertThat(ItemRules.decide(new InProgress(), new Finish(AT))).isEqualTo(new Granted(done));
        assertThat(ItemRules.decide(done, new Drop())).isEqualTo(new Declined(Reason.ALREADY_DONE));
        assertThat(ItemRules.decide(new Dropped(), new Accept())).isEqualTo(new Declined(Reason.ITEM_ENDED));
        assertThat(ItemRules.comparedAt(done)).isEqualTo(AT.plus(Duration.ofDays(28)));
    }

    @Test
    void theFiguresDecide() {
        assertThat(measured(new Done(AT, 0), 40, 12)).isInstanceOf(Verified.class);
        assertThat(measured(new Done(AT, 0), 40, 38)).isInstanceOf(Failed.class);
        assertThat(measured(new Done(AT, 0), 12, 40)).isInstanceOf(Failed.class);
        assertThat(measured(new Done(AT, 0), 2, 1)).isEqualTo(new Done(AT, 1));
        assertThat(measured(new Done(AT, 2), 2, 1)).isInstanceOf(Failed.class);
    }

    @Test
    void theIntervalIsTheExactOne() {
        // Six tickets before and none after: the chance of that by luck is 1/64, below 2.5 %; with five it is 1/32.
        assertThat(weekly(6, 0).trend()).isEqualTo(Trend.FELL);
        assertThat(weekly(5, 0).trend()).isEqualTo(Trend.TOO_FEW);
        assertThat(weekly(0, 6).trend()).isEqualTo(Trend.ROSE);
        assertThat(weekly(0, 6).ratio()).isNull();
        assertThat(weekly(0, 6).high()).isNull();
        // Clopper and Pearson for 5 of 15: 0.1182 to 0.6162.
        var some = weekly(10, 5);
        assertThat(some.low()).isCloseTo(0.1182 / 0.8818, within(0.001));
        assertThat(Objects.requireNonNull(some.high())).isCloseTo(0.6162 / 0.3838, within(0.005));
        assertThat(some.trend()).isEqualTo(Trend.UNCHANGED);
        // As many tickets, of twice as many that ended: the share has halved.
        var shares = Comparing.compare(Measure.SHARE, new Tally(200, 1000, 4), new Tally(200, 2000, 4));
        assertThat(shares.ratio()).isEqualTo(0.5);
        assertThat(shares.trend()).isEqualTo(Trend.FELL);
        assertThat(Comparing.compare(Measure.SHARE, new Tally(3, 10, 4), new Tally(0, 0, 4)).trend())
                .isEqualTo(Trend.TOO_FEW);
    }

    @Test
    void anyTwoSpansCompareSoundly() {
        var random = new Random(7);
        var seen = new HashSet<Trend>();
        for (int i = 0; i < 400; i++) {
            int size = 1 << (1 + random.nextInt(13));
            int a = random.nextInt(size);
            int b = random.nextInt(size);
            var forth = weekly(a, b);
            var back = weekly(b, a);
            seen.add(forth.trend());
            assertThat(back.trend()).as("%d %d", a, b).isEqualTo(opposite(forth.trend()));
            if (forth.ratio() != null) {
                assertThat(forth.ratio()).isGreaterThanOrEqualTo(forth.low());
            }
            if (forth.ratio() != null && forth.high() != null) {
                assertThat(forth.ratio()).isLessThanOrEqualTo(forth.high());
            }
            // One ticket fewer afterwards never makes it look worse.
            if (b > 0) {
                assertThat(weekly(a, b - 1).low()).isLessThanOrEqualTo(forth.low() + 1e-3 * (1 + forth.low()));
            }
        }
        assertThat(seen).isEqualTo(new HashSet<>(List.of(Trend.values())));
    }

    private static Trend opposite(Trend trend) {
        return switch (trend) {
            case FELL -> Trend.ROSE;
            case ROSE -> Trend.FELL;
            case UNCHANGED, TOO_FEW -> trend;
        };
    }

    private static ItemState measured(Done done, long before, long after) {
        return ((Granted) ItemRules.decide(done, new ItemCommand.Measure(weekly(before, after)))).next();
    }

    private static Comparison weekly(long before, long after) {
        return Comparing.compare(Measure.PER_WEEK, new Tally(before, 100_000, 4), new Tally(after, 100_000, 4));
    }
}
