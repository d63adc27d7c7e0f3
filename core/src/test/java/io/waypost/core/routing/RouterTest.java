package io.waypost.core.routing;

import static io.waypost.core.contact.ContactChannel.CHAT;
import static io.waypost.core.contact.ContactChannel.EMAIL;
import static io.waypost.core.contact.ContactChannel.PHONE;
import static io.waypost.core.routing.Desk.NOW;
import static io.waypost.core.routing.Desk.agent;
import static io.waypost.core.routing.Desk.id;
import static io.waypost.core.routing.Desk.seat;
import static io.waypost.core.routing.Desk.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C2 who takes which contact")
class RouterTest {

    private static final Need URGE = new Need("URGE", 2, 1);
    private static final Need CANTONESE = new Need("CANTONESE", 2, 1);

    private final Router router = new Router(RoutingPolicy.defaults());

    private Optional<Seat> taker(Waiting contact, List<Seat> seats) {
        return router.seat(contact, seats, new Desk().with(seats.toArray(Seat[]::new)).staffing, NOW);
    }

    @Test
    @DisplayName("of two who suit, the one who had less to do, whatever order they are told in")
    void even() {
        var busy = seat(1, Map.of("URGE", 2), "/R1/", 0, 0.8, PHONE);
        var idle = seat(2, Map.of("URGE", 2), "/R1/", 0, 0.4, PHONE);
        var contact = waiting(1, PHONE, 0, "/R1/", null, URGE);
        assertThat(taker(contact, List.of(busy, idle))).contains(idle);
        assertThat(taker(contact, List.of(idle, busy))).contains(idle);
        var alike = List.of(seat(3, Map.of("URGE", 2), "/R1/", 0, 0.4, PHONE), idle);
        assertThat(taker(contact, alike)).contains(idle);
        assertThat(taker(contact, alike.reversed())).contains(idle);
    }

    @Test
    @DisplayName("who has a skill that is short is kept free, and who could take calls is kept free of chats")
    void spare() {
        var speaks = seat(1, Map.of("URGE", 2, "CANTONESE", 3), "/R1/", 0, 0.4, PHONE);
        var plain = seat(2, Map.of("URGE", 2), "/R1/", 0, 0.4, PHONE);
        var desk = new Desk().with(speaks, plain);
        desk.staffing.came(waiting(9, PHONE, 0, "/R1/", null, URGE, CANTONESE), NOW);
        assertThat(router.seat(waiting(1, PHONE, 0, "/R1/", null, URGE), List.of(speaks, plain), desk.staffing, NOW))
                .contains(plain);
        var calls = seat(3, Map.of("URGE", 2), "/R1/", 0, 0.4, PHONE, CHAT);
        var chats = seat(4, Map.of("URGE", 2), "/R1/", 33, 0.4, PHONE, CHAT);
        var chatDesk = new Desk().with(calls, chats);
        chatDesk.staffing.came(waiting(9, PHONE, 0, "/R1/", null, URGE), NOW);
        assertThat(router.seat(waiting(1, CHAT, 0, "/R1/", null, URGE), List.of(calls, chats), chatDesk.staffing, NOW))
                .contains(chats);
    }

    @Test
    @DisplayName("who knows the customer, however much they had to do")
    void known() {
        var knows = seat(1, Map.of("URGE", 1), "/R2/", 0, 0.9, PHONE);
        var other = seat(2, Map.of("URGE", 5), "/R1/", 0, 0.1, PHONE);
        assertThat(taker(waiting(1, PHONE, 1, "/R1/", agent(1), URGE), List.of(other, knows))).contains(knows);
        assertThat(taker(waiting(1, PHONE, 1, "/R1/", agent(9), URGE), List.of(other))).contains(other);
    }

    @Test
    @DisplayName("an agent takes what is most urgent by its own target, and everything has its turn")
    void urgency() {
        var seat = seat(1, Map.of("URGE", 2), "/R1/", 0, 0.4, PHONE, EMAIL);
        var desk = new Desk().with(seat);
        var mail = waiting(1, EMAIL, 3_600, "/R1/", null, URGE);
        var call = waiting(2, PHONE, 15, "/R1/", null, URGE);
        assertThat(router.contact(seat, List.of(mail, call), desk.staffing, NOW)).contains(call);
        var oldMail = waiting(3, EMAIL, 14_000, "/R1/", null, URGE);
        assertThat(router.contact(seat, List.of(oldMail, call), desk.staffing, NOW)).contains(oldMail);
        var ahead = new Waiting(id(4), PHONE, List.of(URGE), NOW.minusSeconds(5), Duration.ofSeconds(30), "/R1/", null);
        assertThat(router.contact(seat, List.of(call, ahead), desk.staffing, NOW)).contains(ahead);
        assertThat(router.urgency(ahead, NOW)).isEqualTo(35.0 / 20);
    }

    @Test
    @DisplayName("what only few could take comes sooner to those few")
    void rare() {
        var speaks = seat(1, Map.of("URGE", 2, "CANTONESE", 3), "/R1/", 0, 0.4, PHONE);
        var desk = new Desk().with(speaks, seat(2, Map.of("URGE", 2), "/R1/", 100, 0.4, PHONE),
                seat(3, Map.of("URGE", 2), "/R1/", 100, 0.4, PHONE));
        var plain = waiting(1, PHONE, 20, "/R1/", null, URGE);
        var rare = waiting(2, PHONE, 12, "/R1/", null, URGE, CANTONESE);
        assertThat(router.contact(speaks, List.of(plain, rare), desk.staffing, NOW)).contains(rare);
        var later = waiting(3, PHONE, 2, "/R1/", null, URGE, CANTONESE);
        assertThat(router.contact(speaks, List.of(plain, later), desk.staffing, NOW)).contains(plain);
    }

    @Test
    @DisplayName("a late call that needs all of an agent is not put off by one chat after the other")
    void drains() {
        var seat = seat(1, Map.of("URGE", 2), "/R1/", 66, 0.4, PHONE, CHAT);
        var desk = new Desk().with(seat);
        var chat = waiting(1, CHAT, 20, "/R1/", null, URGE);
        assertThat(router.contact(seat, List.of(chat, waiting(2, PHONE, 15, "/R1/", null, URGE)), desk.staffing, NOW))
                .contains(chat);
        assertThat(router.contact(seat, List.of(chat, waiting(2, PHONE, 21, "/R1/", null, URGE)), desk.staffing, NOW))
                .isEmpty();
        var waitsLonger = waiting(3, CHAT, 60, "/R1/", null, URGE);
        assertThat(router.contact(seat, List.of(waitsLonger, waiting(2, PHONE, 21, "/R1/", null, URGE)), desk.staffing,
                NOW)).contains(waitsLonger);
    }

    @Test
    @DisplayName("an agent takes nothing that is kept for another or that they cannot do")
    void nothing() {
        var seat = seat(1, Map.of("URGE", 2), "/R1/", 0, 0.4, PHONE);
        var knows = seat(2, Map.of("URGE", 2), "/R1/", 100, 0.4, PHONE);
        var desk = new Desk().with(seat, knows);
        assertThat(router.contact(seat, List.of(waiting(1, PHONE, 5, "/R1/", agent(2), URGE),
                waiting(2, CHAT, 500, "/R1/", null, URGE), waiting(3, PHONE, 500, "/R1/", null, URGE, CANTONESE)),
                desk.staffing, NOW)).isEmpty();
        assertThat(router.contact(seat, Collections.emptyList(), desk.staffing, NOW)).isEmpty();
    }
}
