package io.waypost.core.routing;

import static io.waypost.core.contact.ContactChannel.CHAT;
import static io.waypost.core.contact.ContactChannel.PHONE;
import static io.waypost.core.routing.Desk.NOW;
import static io.waypost.core.routing.Desk.agent;
import static io.waypost.core.routing.Desk.seat;
import static io.waypost.core.routing.Desk.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.routing.Fitting.Verdict;
import io.waypost.core.routing.RoutingPolicy.Overflow;
import io.waypost.core.routing.RoutingPolicy.Reach;
import io.waypost.core.routing.RoutingPolicy.Ring;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C2 who comes in question for a contact")
class FittingTest {

    private static final Need LOST = new Need("LOST", 4, 2);

    private final RoutingPolicy usual = RoutingPolicy.defaults();
    private final RoutingPolicy policy = new RoutingPolicy(1, usual.channels(),
            List.of(new Ring(Duration.ZERO, Reach.UNIT, 0), new Ring(Duration.ofSeconds(10), Reach.PARENT, 1),
                    new Ring(Duration.ofSeconds(30), Reach.EVERYWHERE, 5)),
            usual.sticky(), usual.headStarts(), usual.weights());
    private final Fitting fitting = new Fitting(policy);

    private Verdict verdict(Waiting contact, Seat seat, Seat... others) {
        return fitting.verdict(contact, seat, new Desk().with(seat).with(others).staffing, NOW);
    }

    @Test
    @DisplayName("nobody without the channel, without the skill, or without room")
    void hardLimits() {
        var contact = waiting(1, PHONE, 0, "/R1/", null, LOST);
        assertThat(verdict(contact, seat(1, Map.of("LOST", 5), "/R1/", 0, 0, CHAT)))
                .isEqualTo(Verdict.NOT_THIS_CHANNEL);
        assertThat(verdict(contact, seat(1, Map.of("URGE", 5), "/R1/", 0, 0, PHONE))).isEqualTo(Verdict.SKILL);
        assertThat(verdict(contact, seat(1, Map.of("LOST", 1), "/R1/", 0, 0, PHONE))).isEqualTo(Verdict.SKILL);
        assertThat(verdict(contact, seat(1, Map.of("LOST", 4), "/R1/", 33, 0, PHONE, CHAT)))
                .isEqualTo(Verdict.NO_ROOM);
        assertThat(verdict(contact, seat(1, Map.of("LOST", 4), "/R1/", 0, 0, PHONE))).isEqualTo(Verdict.SUITS);
        var chat = waiting(2, CHAT, 0, "/R1/", null, LOST);
        assertThat(verdict(chat, seat(1, Map.of("LOST", 4), "/R1/", 66, 0, PHONE, CHAT))).isEqualTo(Verdict.SUITS);
        assertThat(verdict(chat, seat(1, Map.of("LOST", 4), "/R1/", 99, 0, PHONE, CHAT))).isEqualTo(Verdict.NO_ROOM);
    }

    @Test
    @DisplayName("lower levels and other units the longer it waits, and never below the least level")
    void rings() {
        var beginner = seat(1, Map.of("LOST", 2), "/R1/O7/", 0, 0, PHONE);
        var good = seat(2, Map.of("LOST", 3), "/R1/", 0, 0, PHONE);
        var elsewhere = seat(3, Map.of("LOST", 5), "/R2/", 0, 0, PHONE);
        var outlets = "/R1/O7/";
        assertThat(verdict(waiting(1, PHONE, 9, outlets, null, LOST), beginner)).isEqualTo(Verdict.LEVEL_NOT_YET);
        assertThat(verdict(waiting(1, PHONE, 9, outlets, null, LOST), good)).isEqualTo(Verdict.LEVEL_NOT_YET);
        assertThat(verdict(waiting(1, PHONE, 9, outlets, null, LOST), elsewhere)).isEqualTo(Verdict.UNIT_NOT_YET);
        assertThat(verdict(waiting(1, PHONE, 10, outlets, null, LOST), good)).isEqualTo(Verdict.SUITS);
        assertThat(verdict(waiting(1, PHONE, 10, outlets, null, LOST), beginner)).isEqualTo(Verdict.LEVEL_NOT_YET);
        assertThat(verdict(waiting(1, PHONE, 10, outlets, null, LOST), elsewhere)).isEqualTo(Verdict.UNIT_NOT_YET);
        assertThat(verdict(waiting(1, PHONE, 30, outlets, null, LOST), beginner)).isEqualTo(Verdict.SUITS);
        assertThat(verdict(waiting(1, PHONE, 30, outlets, null, LOST), elsewhere)).isEqualTo(Verdict.SUITS);
    }

    @Test
    @DisplayName("the agent who knows the customer first, and others once they have been waited for, or are away")
    void known() {
        var knows = seat(1, Map.of("LOST", 2), "/R2/", 0, 0, PHONE);
        var other = seat(2, Map.of("LOST", 5), "/R1/", 0, 0, PHONE);
        assertThat(verdict(waiting(1, PHONE, 1, "/R1/", agent(1), LOST), knows)).isEqualTo(Verdict.KNOWS);
        assertThat(verdict(waiting(1, PHONE, 1, "/R1/", agent(1), LOST), other, knows))
                .isEqualTo(Verdict.KEPT_FOR_KNOWN);
        assertThat(verdict(waiting(1, PHONE, 15, "/R1/", agent(1), LOST), other, knows)).isEqualTo(Verdict.SUITS);
        assertThat(verdict(waiting(1, PHONE, 1, "/R1/", agent(1), LOST), other)).isEqualTo(Verdict.SUITS);
    }

    @Test
    @DisplayName("the general skill does at once while nobody there has the other one, else once levels are let go")
    void general() {
        var claim = new Need("CLAIM", 3, 1, "GENERAL");
        var anybody = seat(1, Map.of("GENERAL", 3), "/R1/", 0, 0, PHONE);
        var expert = seat(2, Map.of("CLAIM", 4), "/R1/", 0, 0, PHONE);
        var neither = seat(3, Map.of("URGE", 4), "/R1/", 0, 0, PHONE);
        assertThat(verdict(waiting(1, PHONE, 0, "/R1/", null, claim), anybody)).isEqualTo(Verdict.SUITS);
        assertThat(verdict(waiting(1, PHONE, 0, "/R1/", null, claim), anybody, expert))
                .isEqualTo(Verdict.LEVEL_NOT_YET);
        assertThat(verdict(waiting(1, PHONE, 0, "/R1/", null, claim), expert, anybody)).isEqualTo(Verdict.SUITS);
        assertThat(verdict(waiting(1, PHONE, 10, "/R1/", null, claim), anybody, expert))
                .isEqualTo(Verdict.LEVEL_NOT_YET);
        assertThat(verdict(waiting(1, PHONE, 30, "/R1/", null, claim), anybody, expert)).isEqualTo(Verdict.SUITS);
        assertThat(verdict(waiting(1, PHONE, 30, "/R1/", null, claim), neither)).isEqualTo(Verdict.SKILL);
        var passedOn = new Need("CLAIM", 3, 3, "GENERAL");
        assertThat(verdict(waiting(1, PHONE, 0, "/R1/", null, passedOn), anybody)).isEqualTo(Verdict.SUITS);
        assertThat(verdict(waiting(1, PHONE, 30, "/R1/", null, passedOn),
                seat(1, Map.of("GENERAL", 2), "/R1/", 0, 0, PHONE))).isEqualTo(Verdict.SKILL);
    }

    @Test
    @DisplayName("a unit's own rings count instead of the general ones, the nearest first")
    void overflow() {
        var own = new RoutingPolicy(1, usual.channels(), usual.rings(),
                List.of(new Overflow("/R1/", List.of(new Ring(Duration.ZERO, Reach.UNIT, 1),
                        new Ring(Duration.ofSeconds(60), Reach.EVERYWHERE, 5))),
                        new Overflow("/R1/O7/", List.of(new Ring(Duration.ZERO, Reach.UNIT, 1),
                                new Ring(Duration.ofSeconds(20), Reach.PARENT, 5)))),
                usual.sticky(), usual.headStarts(), usual.weights(), List.of(), List.of());
        var rules = new Fitting(own);
        var north = seat(1, Map.of("LOST", 4), "/R2/", 0, 0, PHONE);
        var region = seat(2, Map.of("LOST", 4), "/R1/", 0, 0, PHONE);
        var staffing = new Desk().with(north, region).staffing;
        assertThat(rules.verdict(waiting(1, PHONE, 59, "/R1/", null, LOST), north, staffing, NOW))
                .isEqualTo(Verdict.UNIT_NOT_YET);
        assertThat(rules.verdict(waiting(1, PHONE, 60, "/R1/", null, LOST), north, staffing, NOW))
                .isEqualTo(Verdict.SUITS);
        assertThat(rules.verdict(waiting(1, PHONE, 10, "/R2/", null, LOST), region, staffing, NOW))
                .isEqualTo(Verdict.SUITS);
        assertThat(rules.verdict(waiting(1, PHONE, 19, "/R1/O7/", null, LOST), region, staffing, NOW))
                .isEqualTo(Verdict.UNIT_NOT_YET);
        assertThat(rules.verdict(waiting(1, PHONE, 20, "/R1/O7/", null, LOST), region, staffing, NOW))
                .isEqualTo(Verdict.SUITS);
    }

    @Test
    @DisplayName("a region overflows to the units that its rings name, in their order, and never narrows again")
    void named() {
        var own = new RoutingPolicy(1, usual.channels(), usual.rings(), List.of(new Overflow("/R1/", List.of(
                new Ring(Duration.ZERO, Reach.UNIT, 0),
                new Ring(Duration.ofSeconds(30), Reach.NAMED, 0, List.of("/R3/", "/R2/")),
                new Ring(Duration.ofSeconds(60), Reach.NAMED, 1, List.of("/R4/")),
                new Ring(Duration.ofSeconds(90), Reach.EVERYWHERE, 5)))),
                usual.sticky(), usual.headStarts(), usual.weights(), List.of(), List.of());
        var rules = new Fitting(own);
        var second = seat(2, Map.of("LOST", 4), "/R2/", 0, 0, PHONE);
        var third = seat(3, Map.of("LOST", 4), "/R3/O1/", 0, 0.9, PHONE);
        var fourth = seat(4, Map.of("LOST", 4), "/R4/", 0, 0, PHONE);
        var fifth = seat(5, Map.of("LOST", 4), "/R5/", 0, 0, PHONE);
        var staffing = new Desk().with(second, third, fourth, fifth).staffing;
        assertThat(List.of(second, third, fourth, fifth)).allSatisfy(seat -> assertThat(
                rules.verdict(waiting(1, PHONE, 29, "/R1/", null, LOST), seat, staffing, NOW))
                .isEqualTo(Verdict.UNIT_NOT_YET));
        var thirty = waiting(1, PHONE, 30, "/R1/", null, LOST);
        assertThat(List.of(second, third, fourth, fifth)).extracting(
                seat -> rules.verdict(thirty, seat, staffing, NOW)).containsExactly(Verdict.SUITS, Verdict.SUITS,
                        Verdict.UNIT_NOT_YET, Verdict.UNIT_NOT_YET);
        var sixty = waiting(1, PHONE, 60, "/R1/", null, LOST);
        assertThat(List.of(second, third, fourth, fifth)).extracting(
                seat -> rules.verdict(sixty, seat, staffing, NOW)).containsExactly(Verdict.SUITS, Verdict.SUITS,
                        Verdict.SUITS, Verdict.UNIT_NOT_YET);

        var router = new Router(own);
        assertThat(router.seat(sixty, List.of(fourth, second, third), staffing, NOW)).contains(third);
        assertThat(router.seat(sixty, List.of(fourth, second), staffing, NOW)).contains(second);
        var home = seat(1, Map.of("LOST", 4), "/R1/", 0, 1, PHONE);
        assertThat(router.seat(sixty, List.of(fourth, second, third, home), staffing, NOW)).contains(home);
        // Once everybody may, nobody is asked before others.
        assertThat(router.seat(waiting(1, PHONE, 90, "/R1/", null, LOST), List.of(third, second), staffing, NOW))
                .contains(second);
        var outlets = new RoutingPolicy(1, usual.channels(), List.of(new Ring(Duration.ZERO, Reach.PARENT, 0),
                new Ring(Duration.ofSeconds(30), Reach.NAMED, 0, List.of("/R2/"))), usual.sticky(), usual.headStarts(),
                usual.weights());
        assertThat(new Fitting(outlets).verdict(waiting(1, PHONE, 30, "/R1/O7/", null, LOST), home, staffing, NOW))
                .isEqualTo(Verdict.SUITS);
        assertThatThrownBy(() -> new Ring(Duration.ZERO, Reach.NAMED, 0)).hasMessageContaining("must name one");
    }

    @Test
    @DisplayName("policies and needs that make no sense are refused, and say why")
    void refused() {
        assertThatThrownBy(() -> new Need("LOST", 2, 3)).hasMessageContaining("LOST (wanted 2, at least 3)");
        assertThatThrownBy(() -> new RoutingPolicy(1, usual.channels(),
                List.of(new Ring(Duration.ofSeconds(5), Reach.UNIT, 0)), usual.sticky(), usual.headStarts(),
                usual.weights())).hasMessageContaining("The first ring must count at once");
        assertThatThrownBy(() -> new RoutingPolicy(1, Map.of(), usual.rings(), usual.sticky(), usual.headStarts(),
                usual.weights())).hasMessageContaining("PHONE has no terms");
        assertThatThrownBy(() -> new Ring(Duration.ZERO, Reach.UNIT, -1)).hasMessageContaining("(-1)");
        assertThatThrownBy(() -> new RoutingPolicy.Weights(1, 1, Double.NaN, 0, 0)).hasMessageContaining("(NaN)");
        assertThatThrownBy(() -> new RoutingPolicy.Sticky(Duration.ofHours(1), Duration.ofSeconds(-1)))
                .hasMessageContaining("waits (PT-1S)");
        assertThatThrownBy(() -> new RoutingPolicy.HeadStarts(Duration.ZERO, Duration.ofSeconds(-2), Duration.ZERO))
                .hasMessageContaining("most (PT-2S)");
        assertThatThrownBy(() -> new RoutingPolicy.Terms(101, Duration.ofSeconds(1))).hasMessageContaining("(101)");
    }
}
