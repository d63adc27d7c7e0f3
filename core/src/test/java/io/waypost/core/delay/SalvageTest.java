package io.waypost.core.delay;

import static io.waypost.core.delay.DelayFixture.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.delay.Salvage.Chance;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("P4 What can still be saved comes first, and what must be done soonest before the rest")
class SalvageTest {

    @Test
    void isSaveableWhileTheQuickestWouldBeInTime() {
        assertThat(Salvage.of(hour(10), hour(8), hour(5)))
                .isEqualTo(new Salvage(Chance.SAVEABLE, hour(7), hour(7)));
        assertThat(Salvage.of(hour(10), hour(10), hour(5)).actBy()).as("now or never").isEqualTo(hour(5));
        assertThat(Salvage.of(hour(10), hour(11), hour(5))).isEqualTo(new Salvage(Chance.HARDLY, null, hour(10)));
        assertThat(Salvage.of(hour(10), null, hour(5)).chance()).isEqualTo(Chance.HARDLY);
        assertThat(Salvage.of(hour(10), hour(6), hour(10))).isEqualTo(new Salvage(Chance.LATE, null, hour(10)));
    }

    @RepeatedTest(50)
    void actingByThenIsInTimeAndAnyLaterIsNot() {
        var random = new Random();
        var now = hour(random.nextInt(50));
        var quickest = now.plusSeconds(random.nextInt(200_000));
        var promised = now.plusSeconds(1 + random.nextInt(200_000));
        var salvage = Salvage.of(promised, quickest, now);
        var actBy = salvage.actBy();
        if (salvage.chance() == Chance.SAVEABLE) {
            var needs = Duration.between(now, quickest);
            assertThat(actBy).isNotNull().isAfterOrEqualTo(now);
            assertThat(Objects.requireNonNull(actBy).plus(needs)).as("%s %s %s", now, quickest, promised)
                    .isEqualTo(promised);
        } else {
            assertThat(quickest).isAfter(promised);
        }
    }
}
