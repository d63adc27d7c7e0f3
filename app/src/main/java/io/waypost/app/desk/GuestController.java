package io.waypost.app.desk;

import io.waypost.app.desk.ContactViews.ContactView;
import io.waypost.app.desk.ContactViews.DeskPerson;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.presence.PresenceState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/desk")
class GuestController {

    private static final int COLLEAGUES = 20;

    private final GuestDesk desk;
    private final DeskSeatStore seats;
    private final Network network;
    private final DeskWork work;

    GuestController(GuestDesk desk, DeskSeatStore seats, Network network, DeskWork work) {
        this.desk = desk;
        this.seats = seats;
        this.network = network;
        this.work = work;
    }

    record Asking(@NotNull UUID person, @NotBlank @Size(max = 1000) String note) {}

    record Whispering(@NotBlank @Size(max = 1000) String text) {}

    /** Somebody at the desk whom an agent may ask or pass to, wherever they belong. */
    record Colleague(DeskPerson person, UnitRef unit, PresenceState state, int taken, Map<String, Integer> skills) {}

    @GetMapping("/colleagues")
    List<Colleague> colleagues(@RequestParam(defaultValue = "") String typed) {
        var me = SeatDesk.me();
        return work.whole(() -> seats.there()).stream().filter(seat -> !seat.person().equals(me.id()))
                .map(seat -> new Colleague(new DeskPerson(seat.person(), seat.name()), network.ref(seat.unitCode()),
                        seat.presence().state(), seat.taken(), new TreeMap<>(seat.skills())))
                .filter(one -> one.person().name().contains(typed.strip())
                        || one.unit().name().contains(typed.strip()) || one.skills().containsKey(typed.strip()))
                .sorted(Comparator.comparing((Colleague one) -> one.state() != PresenceState.READY)
                        .thenComparingInt(Colleague::taken).thenComparing(one -> one.person().name()))
                .limit(COLLEAGUES).toList();
    }

    @PostMapping("/contacts/{id}/guests")
    ContactView ask(@PathVariable UUID id, @RequestBody @Valid Asking body) {
        return desk.ask(id, body.person(), body.note().strip());
    }

    @PostMapping("/contacts/{id}/guests/come")
    ContactView come(@PathVariable UUID id) {
        return desk.come(id);
    }

    @PostMapping("/contacts/{id}/guests/{person}/raise")
    ContactView raise(@PathVariable UUID id, @PathVariable UUID person) {
        return desk.raise(id, person);
    }

    @DeleteMapping("/contacts/{id}/guests/{person}")
    ContactView finish(@PathVariable UUID id, @PathVariable UUID person) {
        return desk.finish(id, person);
    }

    @PostMapping("/contacts/{id}/whispers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void whisper(@PathVariable UUID id, @RequestBody @Valid Whispering body) {
        desk.whisper(id, body.text().strip());
    }
}
