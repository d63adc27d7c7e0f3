package io.waypost.app.desk;

import io.waypost.app.desk.ContactViews.ContactView;
import io.waypost.app.desk.Dispositions.Disposition;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.presence.NotReadyReason;
import io.waypost.core.presence.PresenceCommand;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/desk")
class DeskController {

    private final SeatDesk seats;
    private final DeskContactStore contacts;
    private final ContactViews views;
    private final SeatViews seatViews;
    private final Policies policies;
    private final DeskWork work;

    DeskController(SeatDesk seats, DeskContactStore contacts, ContactViews views, SeatViews seatViews,
            Policies policies,
            DeskWork work) {
        this.seats = seats;
        this.contacts = contacts;
        this.views = views;
        this.seatViews = seatViews;
        this.policies = policies;
        this.work = work;
    }

    /** What one contact of a channel takes of an agent's capacity of 100, and by when it should be answered. */
    record TermsView(int units, long targetSeconds) {}

    /** What contacts are about, by the policy in force. */
    record DeskMatter(String code, String nameZh, String nameEn) {}

    /**
     * Everything that an agent's desk begins with.
     *
     * @param guestOf contacts of colleagues who have asked them in
     */
    record DeskView(SeatView me, List<ContactView> contacts, List<ContactView> guestOf, int waiting,
            Map<ContactChannel, TermsView> terms, List<Disposition> dispositions, List<DeskMatter> matters) {

        DeskView {
            contacts = List.copyOf(contacts);
            guestOf = List.copyOf(guestOf);
            terms = Map.copyOf(terms);
            dispositions = List.copyOf(dispositions);
            matters = List.copyOf(matters);
        }
    }

    /** What a tab says of the person before it. */
    enum SeatCommand {
        LIVES,
        CLOSED,
        READY,
        NOT_READY
    }

    record SeatSaid(@NotNull SeatCommand command, @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String tab,
            @Nullable NotReadyReason reason) {}

    @GetMapping
    DeskView desk() {
        var me = seats.mine();
        return work.whole(() -> new DeskView(seatViews.view(me), views.views(contacts.of(me.person())),
                views.views(contacts.askedInto(me.person())), contacts.waiting(), terms(), Dispositions.all(),
                matters()));
    }

    @PostMapping("/presence")
    SeatView say(@RequestBody @Valid SeatSaid body) {
        return seatViews.view(seats.say(switch (body.command()) {
            case LIVES -> new PresenceCommand.Lives(body.tab());
            case CLOSED -> new PresenceCommand.Closed(body.tab());
            case READY -> new PresenceCommand.Ready();
            case NOT_READY -> {
                if (body.reason() == null) {
                    throw Refusal.invalid("reason", null, "MISSING", "Say why, such as REST or MEETING.");
                }
                yield new PresenceCommand.NotReady(body.reason());
            }
        }));
    }

    private List<DeskMatter> matters() {
        return policies.inForce().matters().stream()
                .map(matter -> new DeskMatter(matter.code(), matter.nameZh(), matter.nameEn())).toList();
    }

    private Map<ContactChannel, TermsView> terms() {
        var terms = new TreeMap<ContactChannel, TermsView>();
        policies.inForce().channels()
                .forEach((channel, of) -> terms.put(channel, new TermsView(of.units(), of.target().toSeconds())));
        return terms;
    }
}
