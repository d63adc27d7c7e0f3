package io.waypost.core.routing;

import static io.waypost.core.contact.ContactChannel.CHAT;
import static io.waypost.core.contact.ContactChannel.PHONE;
import static io.waypost.core.routing.Desk.NOW;
import static io.waypost.core.routing.Desk.agent;
import static io.waypost.core.routing.Desk.id;
import static io.waypost.core.routing.Desk.seat;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.Fitting.Verdict;
import io.waypost.core.routing.RoutingTrial.Past;
import io.waypost.core.routing.RoutingTrial.Shift;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C5 contract customers: their own agents first, their own time, and always somebody in the end")
class ContractRoutingTest {

    private static final Need GENERAL = new Need(Need.GENERAL, 2, 1);
    private final RoutingPolicy policy = RoutingPolicy.defaults();
    private final Router router = new Router(policy);
    private final Fitting fitting = new Fitting(policy);
    private final Seat own = seat(1, Map.of(Need.GENERAL, 2), "/R9/", 0, 0.9, CHAT);
    private final Seat other = seat(2, Map.of(Need.GENERAL, 2), "/R1/", 0, 0, CHAT);
    private final Desk desk = new Desk().with(own, other);

    private static ContractTerms terms(@Nullable Duration target, int keeps, UUID... agents) {
        return new ContractTerms(null, 0, target, Set.of(agents), Duration.ofSeconds(keeps));
    }

    private static Waiting waiting(int number, long seconds, @Nullable UUID known, @Nullable ContractTerms contract) {
        return new Waiting(id(number), CHAT, List.of(GENERAL), NOW.minusSeconds(seconds), Duration.ZERO, "/R1/", known,
                contract);
    }

    @Test
    @DisplayName("it is kept for its own agents while one of them is there, of whatever unit, and then anybody's")
    void keptForItsOwn() {
        var fresh = waiting(1, 0, null, terms(null, 30, agent(1)));
        assertThat(fitting.verdict(fresh, own, desk.staffing, NOW)).isEqualTo(Verdict.DEDICATED);
        assertThat(fitting.verdict(fresh, other, desk.staffing, NOW)).isEqualTo(Verdict.KEPT_FOR_DEDICATED);
        var waited = waiting(1, 30, null, terms(null, 30, agent(1)));
        assertThat(fitting.verdict(waited, other, desk.staffing, NOW)).isEqualTo(Verdict.SUITS);
        var gone = waiting(1, 0, null, terms(null, 30, agent(7)));
        assertThat(fitting.verdict(gone, other, desk.staffing, NOW)).isEqualTo(Verdict.SUITS);
    }

    @Test
    @DisplayName("it is kept for no own agent who may never take it: without the channel, or below the least level of a skill")
    void keptForWhoMayTakeIt() {
        var fresh = waiting(1, 0, null, terms(null, 30, agent(1)));
        var calls = new Desk().with(seat(1, Map.of(Need.GENERAL, 2), "/R9/", 0, 0, PHONE), other);
        assertThat(fitting.verdict(fresh, other, calls.staffing, NOW)).isEqualTo(Verdict.SUITS);
        var customs = new Waiting(id(2), CHAT, List.of(new Need("CUSTOMS", 3, 2)), NOW, Duration.ZERO, "/R1/", null,
                terms(null, 30, agent(1)));
        var able = seat(2, Map.of("CUSTOMS", 3), "/R1/", 0, 0, CHAT);
        var low = new Desk().with(seat(1, Map.of("CUSTOMS", 1), "/R1/", 0, 0, CHAT), able);
        assertThat(fitting.verdict(customs, able, low.staffing, NOW)).isEqualTo(Verdict.SUITS);
        var enough = new Desk().with(seat(1, Map.of("CUSTOMS", 2), "/R1/", 99, 0, CHAT), able);
        assertThat(fitting.verdict(customs, able, enough.staffing, NOW)).isEqualTo(Verdict.KEPT_FOR_DEDICATED);
    }

    @Test
    @DisplayName("who knows the customer comes after the contract's own agents, and first among those")
    void knownAndOwn() {
        var known = waiting(1, 0, agent(2), terms(null, 30, agent(1)));
        assertThat(fitting.verdict(known, other, desk.staffing, NOW)).isEqualTo(Verdict.KEPT_FOR_DEDICATED);
        assertThat(fitting.verdict(known, own, desk.staffing, NOW)).isEqualTo(Verdict.DEDICATED);
        var both = waiting(1, 0, agent(1), terms(null, 30, agent(1), agent(2)));
        assertThat(fitting.verdict(both, own, desk.staffing, NOW)).isEqualTo(Verdict.KNOWS);
        assertThat(router.seat(both, List.of(other, own), desk.staffing, NOW)).contains(own);
    }

    @Test
    @DisplayName("its own agents are chosen also when others who suit would cost less")
    void ownBeforeCheaper() {
        var late = waiting(1, 300, null, terms(null, 30, agent(1)));
        assertThat(router.seat(late, List.of(other, own), desk.staffing, NOW)).contains(own);
        assertThat(router.seat(late, List.of(other), desk.staffing, NOW)).contains(other);
        assertThat(router.seat(waiting(2, 300, null, null), List.of(other, own), desk.staffing, NOW)).contains(other);
    }

    @Test
    @DisplayName("its own agents still need the channel and room")
    void ownNeedRoom() {
        var fresh = waiting(1, 0, null, terms(null, 30, agent(1)));
        var full = seat(1, Map.of(Need.GENERAL, 2), "/R9/", 99, 0, CHAT);
        assertThat(fitting.verdict(fresh, full, desk.staffing, NOW)).isEqualTo(Verdict.NO_ROOM);
        var calls = seat(1, Map.of(Need.GENERAL, 2), "/R9/", 0, 0, PHONE);
        assertThat(fitting.verdict(fresh, calls, desk.staffing, NOW)).isEqualTo(Verdict.NOT_THIS_CHANNEL);
    }

    @Test
    @DisplayName("how urgent its wait is, is measured by the contract's own time")
    void ownTime() {
        var retail = waiting(1, 15, null, null);
        var contract = waiting(2, 10, null, terms(Duration.ofSeconds(10), 0));
        assertThat(router.urgency(retail, NOW)).isEqualTo(0.5);
        assertThat(router.urgency(contract, NOW)).isEqualTo(1.0);
        assertThat(router.contact(other, List.of(retail, contract), desk.staffing, NOW)).contains(contract);
        assertThat(router.urgency(waiting(3, 15, null, terms(null, 0)), NOW)).isEqualTo(0.5);
    }

    @Test
    @DisplayName("a trial keeps it as long for its own agents who may take it, and judges it by its own time")
    void tried() {
        var both = tried(Set.of(CHAT, PHONE));
        assertThat(both.waited()).isEqualTo(25);
        assertThat(both.inTime()).isFalse();
        var calls = tried(Set.of(PHONE));
        assertThat(calls.waited()).isZero();
        assertThat(calls.inTime()).isTrue();
    }

    /** A chat that comes while its own agent, of these channels, has a call. */
    private RoutingScore.Outcome tried(Set<ContactChannel> channels) {
        var call = new Waiting(id(2), PHONE, List.of(GENERAL), NOW.plusSeconds(1), Duration.ZERO, "/R1/", null, null);
        var own = new Shift(agent(1), Map.of(Need.GENERAL, 2), channels, "/R1/", NOW, NOW.plusSeconds(900));
        var there = new Shift(agent(2), Map.of(Need.GENERAL, 2), Set.of(CHAT), "/R1/", NOW, NOW.plusSeconds(900));
        var contact = new Waiting(id(1), CHAT, List.of(GENERAL), NOW.plusSeconds(5), Duration.ZERO, "/R1/", null,
                terms(Duration.ofSeconds(20), 25, agent(1)));
        var score = RoutingTrial.run(router, policy, List.of(
                new Past(call, Duration.ofMinutes(5), Duration.ofMinutes(5)),
                new Past(contact, Duration.ofMinutes(5), Duration.ofMinutes(1))), List.of(own, there));
        return java.util.Objects.requireNonNull(score.outcomes().get(id(1)));
    }
}
