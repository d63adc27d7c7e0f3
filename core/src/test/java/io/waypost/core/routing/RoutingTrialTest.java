package io.waypost.core.routing;

import static io.waypost.core.contact.ContactChannel.CHAT;
import static io.waypost.core.contact.ContactChannel.PHONE;
import static io.waypost.core.routing.Desk.NOW;
import static io.waypost.core.routing.Desk.agent;
import static io.waypost.core.routing.Desk.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.RoutingTrial.Past;
import io.waypost.core.routing.RoutingTrial.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

@DisplayName("C2 trying a policy on contacts of the past")
class RoutingTrialTest {

    private static final Need URGE = new Need("URGE", 1, 1);

    private final RoutingPolicy policy = RoutingPolicy.defaults();

    private static Past past(int number, ContactChannel channel, int second, int patience, int handling,
            @Nullable UUID known) {
        return new Past(new Waiting(id(number), channel, List.of(URGE), NOW.plusSeconds(second), Duration.ZERO, "/R1/",
                known), Duration.ofSeconds(patience), Duration.ofSeconds(handling));
    }

    private static Shift shift(int number, int from, int until) {
        return new Shift(agent(number), Map.of("URGE", 3), Set.of(PHONE, CHAT), "/R1/", NOW.plusSeconds(from),
                NOW.plusSeconds(until));
    }

    private RoutingScore run(List<Past> contacts, Shift... shifts) {
        return RoutingTrial.run(new Router(policy), policy, contacts, List.of(shifts));
    }

    @Test
    @DisplayName("counts who was answered in time, late, or not at all, and how busy agents were")
    void counts() {
        var score = run(List.of(past(1, PHONE, 0, 60, 100, null), past(2, PHONE, 10, 60, 100, null),
                past(3, PHONE, 40, 100, 50, null)), shift(1, 0, 1_000));
        // The second gave up at 70, the third was answered after 60 seconds.
        assertThat(score.contacts()).isEqualTo(3);
        assertThat(score.abandoned()).isEqualTo(1 / 3.0);
        assertThat(score.serviceLevel()).isEqualTo(1 / 3.0);
        assertThat(score.kinds()).hasEntrySatisfying("PHONE URGE", kind -> {
            assertThat(kind.waited(0)).isZero();
            assertThat(kind.waited(1)).isEqualTo(60);
        });
        assertThat(score.busy()).isCloseTo(0.15, within(1e-9));
    }

    @Test
    @DisplayName("who leaves ends what they have and takes nothing more")
    void leaves() {
        var score = run(List.of(past(1, PHONE, 0, 60, 100, null), past(2, PHONE, 60, 600, 10, null)), shift(1, 0, 50));
        assertThat(score.abandoned()).isEqualTo(0.5);
        assertThat(score.busy()).isEqualTo(1);
    }

    @Test
    @DisplayName("waits for the agent who knows the customer, and no longer than it should")
    void known() {
        var shifts = new Shift[]{shift(1, 0, 1_000), shift(2, 0, 1_000)};
        var soon = run(List.of(past(1, PHONE, 0, 60, 10, agent(1)), past(2, PHONE, 5, 60, 100, agent(1))), shifts);
        assertThat(soon.backToKnown()).isEqualTo(1);
        assertThat(soon.kinds()).hasEntrySatisfying("PHONE URGE", kind -> assertThat(kind.waited(1)).isEqualTo(5));
        var late = run(List.of(past(1, PHONE, 0, 60, 100, agent(1)), past(2, PHONE, 5, 60, 100, agent(1))), shifts);
        assertThat(late.backToKnown()).isEqualTo(0.5);
        assertThat(late.kinds()).hasEntrySatisfying("PHONE URGE", kind -> assertThat(kind.waited(1)).isEqualTo(15));
    }

    @Test
    @DisplayName("who comes back from a rest still has what they had, and is one agent")
    void comesBack() {
        var score = run(List.of(past(1, CHAT, 0, 60, 300, null), past(2, PHONE, 120, 600, 10, null)),
                shift(1, 0, 50), shift(1, 100, 1_000));
        assertThat(score.kinds()).hasEntrySatisfying("PHONE URGE", kind -> assertThat(kind.waited(1)).isEqualTo(180));
        assertThat(score.agents()).isEqualTo(1);
        // A third of 300 seconds and all of 10, of 1000.
        assertThat(score.busy()).isCloseTo(0.109, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("every contact ends once, nobody has more than they have room for, and a second run is the same")
    void whateverComes(long seed) {
        var random = new Random(seed);
        var contacts = new ArrayList<Past>();
        for (int i = 0; i < 2_000; i++) {
            contacts.add(past(i, random.nextInt(3) == 0 ? PHONE : CHAT, random.nextInt(20_000), 1 + random.nextInt(300),
                    1 + random.nextInt(400), random.nextInt(4) == 0 ? agent(random.nextInt(25)) : null));
        }
        var shifts = new ArrayList<Shift>();
        for (int i = 0; i < 20; i++) {
            int from = random.nextInt(10_000);
            shifts.add(shift(i, from, from + random.nextInt(12_000)));
        }
        var one = RoutingTrial.run(new Router(policy), policy, contacts, shifts);
        var again = RoutingTrial.run(new Router(policy), policy, contacts.reversed(), shifts);
        assertThat(one.contacts()).isEqualTo(contacts.size());
        assertThat(one.serviceLevel()).isBetween(0.05, 0.95);
        assertThat(again.contacts()).isEqualTo(one.contacts());
        assertThat(one.unevenness()).isBetween(0.0, 1.0);
        assertThat(RoutingTrial.run(new Router(policy), policy, contacts, shifts)).usingRecursiveComparison()
                .isEqualTo(one);
    }

    @Test
    @DisplayName("unevenness is zero where all were alike, and grows with the distance")
    void unevenness() {
        var even = new RoutingScore();
        even.shiftOver(agent(1), 50, 100);
        even.shiftOver(agent(2), 50, 100);
        assertThat(even.unevenness()).isZero();
        var uneven = new RoutingScore();
        uneven.shiftOver(agent(1), 0, 100);
        uneven.shiftOver(agent(2), 100, 100);
        assertThat(uneven.unevenness()).isEqualTo(0.5);
        assertThat(new RoutingScore().unevenness()).isZero();
    }

    @Test
    @DisplayName("what a skill is asked for fades, and agents who leave are not counted")
    void staffing() {
        var staffing = new Staffing();
        var contact = Desk.waiting(1, PHONE, 0, "/R1/", null, URGE);
        for (int i = 0; i < 100; i++) {
            staffing.came(contact, NOW.plusSeconds(i * 36L));
        }
        Instant end = NOW.plusSeconds(3_600);
        assertThat(staffing.anHour("URGE", end)).isCloseTo(100, within(5.0));
        assertThat(staffing.anHour("URGE", end.plusSeconds(600))).isCloseTo(50, within(2.5));
        staffing.begins(agent(1), Map.of("URGE", 3), Set.of(PHONE));
        staffing.begins(agent(1), Map.of("URGE", 3), Set.of(PHONE));
        staffing.begins(agent(2), Map.of("LOST", 3), Set.of(PHONE));
        assertThat(staffing.rarity(List.of(URGE))).isEqualTo(0.5);
        staffing.leaves(agent(2));
        staffing.leaves(agent(2));
        assertThat(staffing.rarity(List.of(URGE))).isZero();
        assertThat(staffing.present(agent(1))).isTrue();
        assertThat(staffing.present(agent(2))).isFalse();
    }

    @Test
    @DisplayName("a trial follows a rule that names the unit to which a region overflows")
    void overflowsToTheNamedUnit() {
        var usual = RoutingPolicy.defaults();
        var named = new RoutingPolicy(2, usual.channels(), usual.rings(), List.of(new RoutingPolicy.Overflow("/R1/",
                List.of(new RoutingPolicy.Ring(Duration.ZERO, RoutingPolicy.Reach.UNIT, 5),
                        new RoutingPolicy.Ring(Duration.ofSeconds(40), RoutingPolicy.Reach.NAMED, 5,
                                List.of("/R2/"))))),
                usual.sticky(), usual.headStarts(), usual.weights(), List.of(), List.of());
        var contact = new Waiting(id(1), PHONE, List.of(URGE), NOW, Duration.ZERO, "/R1/", null);
        var shifts = List.of(
                new Shift(Desk.agent(2), Map.of("URGE", 3), Set.of(PHONE), "/R2/", NOW.minusSeconds(9),
                        NOW.plusSeconds(900)),
                new Shift(Desk.agent(3), Map.of("URGE", 3), Set.of(PHONE), "/R3/", NOW.minusSeconds(9),
                        NOW.plusSeconds(900)));
        var past = List.of(new Past(contact, Duration.ofMinutes(5), Duration.ofMinutes(1)));
        var score = RoutingTrial.run(new Router(named), named, past, shifts);
        var sides = RoutingComparison.of(RoutingTrial.run(new Router(usual), usual, past, shifts), score);
        assertThat(sides.whole().tried().averageWait()).isEqualTo(40);
        assertThat(sides.whole().tried().elsewhere()).isEqualTo(1);
        assertThat(score.outcomes().get(id(1))).isNotNull();
    }
}
