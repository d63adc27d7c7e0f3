package io.waypost.core.routing;

import static io.waypost.core.contact.ContactChannel.PHONE;
import static io.waypost.core.routing.Desk.NOW;
import static io.waypost.core.routing.Desk.agent;
import static io.waypost.core.routing.Desk.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waypost.core.routing.Patience.Seen;
import io.waypost.core.routing.RoutingPolicy.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C6 two policies are held side by side on the same customers")
class RoutingComparisonTest {

    private static final Terms TERMS = new Terms(100, Duration.ofSeconds(20));

    private static Waiting contact(int number, String unit, boolean known) {
        return new Waiting(id(number), PHONE, List.of(), NOW, Duration.ZERO, unit, known ? agent(1) : null);
    }

    @Test
    @DisplayName("service level, waits, who gave up and who came back, for the whole and for each part")
    void sides() {
        var base = new RoutingScore();
        var tried = new RoutingScore();
        for (int i = 0; i < 10; i++) {
            var one = contact(i, i < 4 ? "/R1/" : "/R2/", i == 0);
            base.answered(one, TERMS, 10 * (i + 1), false, i % 2 == 1);
            if (i == 9) {
                tried.gaveUp(one);
            } else {
                tried.answered(one, TERMS, 5, i == 0, i < 2);
            }
        }
        base.shiftOver(agent(1), 30, 100);
        tried.shiftOver(agent(1), 60, 100);
        var sides = RoutingComparison.of(base, tried);
        assertThat(sides.whole().base())
                .isEqualTo(new RoutingComparison.Side(10, 2, 0, 55, 90, 1, 0, 5));
        assertThat(sides.whole().tried()).isEqualTo(new RoutingComparison.Side(10, 9, 1, 5, 5, 1, 1, 2));
        assertThat(sides.whole().better()).isEqualTo(7);
        assertThat(sides.whole().worse()).isZero();
        assertThat(sides.whole().clear()).isTrue();
        assertThat(sides.whole().enough()).isFalse();
        assertThat(sides.channels()).singleElement().satisfies(line -> assertThat(line.name()).isEqualTo("PHONE"));
        assertThat(sides.desks()).extracting(line -> line.name() + line.base().contacts()).containsExactly("/R1/4",
                "/R2/6");
        assertThat(sides.tried().busy()).isEqualTo(0.6);
    }

    @Test
    @DisplayName("patience is found again from those who left, though most were answered before")
    void patience() {
        var random = new Random(7);
        var seen = new ArrayList<Seen>();
        for (int i = 0; i < 20_000; i++) {
            double patience = -Math.log(1 - random.nextDouble()) * 100;
            double wait = random.nextDouble() * 60;
            seen.add(new Seen(Duration.ofMillis((long) (1000 * Math.min(patience, wait))), patience < wait));
        }
        var found = Patience.of(seen);
        assertThat(found.mean()).isCloseTo(100, within(4.0));
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            var beyond = found.beyond(id(i), Duration.ofSeconds(40));
            assertThat(beyond).isGreaterThanOrEqualTo(Duration.ofSeconds(40)).isEqualTo(found.beyond(id(i),
                    Duration.ofSeconds(40)));
            sum += Seconds.of(beyond) - 40;
        }
        assertThat(sum / 20_000).isCloseTo(100, within(6.0));
    }

    @Test
    @DisplayName("where nobody left nobody leaves")
    void nobodyLeft() {
        var nobody = Patience.of(List.of(new Seen(Duration.ofSeconds(9), false)));
        assertThat(nobody.mean()).isInfinite();
        assertThat(nobody.beyond(id(1), Duration.ofSeconds(9))).isEqualTo(Patience.LONGEST);
        assertThat(nobody.beyond(id(1), Duration.ofDays(2))).isEqualTo(Duration.ofDays(2));
    }
}
