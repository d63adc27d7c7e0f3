package io.waypost.app.desk;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.presence.NotReadyReason;
import io.waypost.core.presence.PresenceCommand;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/desk/agents")
class AgentController {

    /** The most seats of one list: those who are there come first. */
    private static final int MOST = 2_000;

    private final SeatDesk desk;
    private final DeskSeatStore seats;
    private final SeatViews views;
    private final TransactionTemplate transaction;

    AgentController(SeatDesk desk, DeskSeatStore seats, SeatViews views, TransactionTemplate transaction) {
        this.desk = desk;
        this.seats = seats;
        this.views = views;
        this.transaction = transaction;
    }

    record Abilities(@NotNull @Size(max = 50) Map<String, Integer> skills, @NotNull Set<ContactChannel> channels) {}

    /** Not ready for that reason, or ready where there is none. */
    record Forcing(@Nullable NotReadyReason reason) {}

    @GetMapping
    List<SeatView> list() {
        return Objects.requireNonNull(transaction.execute(_ -> seats.all(MOST))).stream().map(views::view).toList();
    }

    @PutMapping("/{id}")
    SeatView enable(@PathVariable UUID id, @RequestBody @Valid Abilities body) {
        return views.view(desk.enable(id, body.skills(), body.channels()));
    }

    @PostMapping("/{id}/force")
    SeatView force(@PathVariable UUID id, @RequestBody @Valid Forcing body) {
        return views.view(desk.order(id, new PresenceCommand.Force(body.reason(), SeatDesk.me().id())));
    }

    @PostMapping("/{id}/lift")
    SeatView lift(@PathVariable UUID id) {
        return views.view(desk.order(id, new PresenceCommand.Lift(SeatDesk.me().id())));
    }
}
