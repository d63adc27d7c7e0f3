package io.waypost.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.contact.GuestCommand.Ask;
import io.waypost.core.contact.GuestCommand.Come;
import io.waypost.core.contact.GuestCommand.Finish;
import io.waypost.core.contact.GuestCommand.Raise;
import io.waypost.core.contact.GuestCommand.Vanish;
import io.waypost.core.contact.GuestRules.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C3 colleagues in a contact")
class GuestRulesTest {

    private static final UUID AGENT = new UUID(0, 1);
    private static final UUID EXPERT = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);
    private static final Contact TALKING = new Contact(ContactState.TALKING, Instant.EPOCH, 1, AGENT, null, null,
            null);

    private final List<Guest> guests = new ArrayList<>();

    private GuestRules.Step step(GuestCommand command) {
        var step = GuestRules.step(TALKING, guests, command);
        var person = switch (command) {
            case Ask ask -> ask.person();
            case Come come -> come.person();
            case Raise raise -> raise.person();
            case Finish finish -> finish.person();
            case Vanish vanish -> vanish.person();
        };
        if (step.refusal() == null) {
            guests.removeIf(guest -> guest.person().equals(person));
            if (step.guest() != null) {
                guests.add(step.guest());
            }
        }
        return step;
    }

    private @Nullable Part part(UUID person, boolean leads) {
        return GuestRules.part(TALKING, guests, person, leads).orElse(null);
    }

    @Test
    void whoeverHasItAsksAndTheGuestAdvisesUntilTheyMayWriteToo() {
        assertThat(step(new Ask(EXPERT, OTHER)).refusal()).isEqualTo(Refusal.NOT_YOURS);
        assertThat(step(new Ask(AGENT, AGENT)).refusal()).isEqualTo(Refusal.TO_YOURSELF);
        assertThat(step(new Come(EXPERT)).refusal()).isEqualTo(Refusal.NOT_ASKED);
        assertThat(step(new Ask(AGENT, EXPERT)).refusal()).isNull();
        assertThat(step(new Ask(AGENT, EXPERT)).refusal()).isEqualTo(Refusal.ASKED_ALREADY);
        assertThat(part(EXPERT, false)).isEqualTo(Part.ASKED);
        assertThat(Part.ASKED.notes()).isFalse();
        step(new Come(EXPERT));
        step(new Come(EXPERT));
        assertThat(part(EXPERT, false)).isEqualTo(Part.ADVISES);
        assertThat(Part.ADVISES.writes()).isFalse();
        assertThat(step(new Raise(EXPERT, EXPERT)).refusal()).isEqualTo(Refusal.NOT_YOURS);
        step(new Raise(AGENT, EXPERT));
        assertThat(part(EXPERT, false)).isEqualTo(Part.CONFERS);
        assertThat(part(AGENT, true)).isEqualTo(Part.HOLDS);
    }

    @Test
    void eitherEndsItAndNobodyElse() {
        step(new Ask(AGENT, EXPERT));
        step(new Ask(AGENT, OTHER));
        assertThat(step(new Finish(OTHER, EXPERT)).refusal()).isEqualTo(Refusal.NOT_YOURS);
        assertThat(step(new Finish(EXPERT, EXPERT)).end()).isEqualTo(GuestEnd.LEFT);
        assertThat(step(new Finish(AGENT, OTHER)).end()).isEqualTo(GuestEnd.SENT_AWAY);
        assertThat(step(new Finish(AGENT, OTHER)).refusal()).isEqualTo(Refusal.NOT_ASKED);
        step(new Ask(AGENT, OTHER));
        assertThat(step(new Vanish(OTHER)).end()).isEqualTo(GuestEnd.GONE);
        assertThat(part(OTHER, false)).isNull();
    }

    @Test
    void aContactHasSoManyGuestsAndNoMore() {
        for (int i = 0; i < Guest.MOST; i++) {
            assertThat(step(new Ask(AGENT, new UUID(1, i))).refusal()).isNull();
        }
        assertThat(step(new Ask(AGENT, EXPERT)).refusal()).isEqualTo(Refusal.TOO_MANY);
    }

    @Test
    void nothingIsDoneWhereNobodyHasIt() {
        for (var state : List.of(ContactState.PARKED, ContactState.WAITING, ContactState.OFFERED,
                ContactState.CLOSED)) {
            var contact = new Contact(state, Instant.EPOCH, 1, AGENT, null, null, null);
            var come = List.of(new Guest(EXPERT, GuestRole.CONFERENCE, true));
            assertThat(GuestRules.step(contact, come, new Come(EXPERT)).refusal()).isEqualTo(Refusal.OVER);
            assertThat(GuestRules.step(contact, come, new Ask(AGENT, OTHER)).refusal()).isEqualTo(Refusal.OVER);
            assertThat(GuestRules.part(contact, come, EXPERT, false)).isEmpty();
            assertThat(GuestRules.leave(TALKING, contact)).isTrue();
        }
    }

    @Test
    void aLeadLooksOnAndIsNeverLessForHavingBeenAsked() {
        assertThat(part(OTHER, true)).isEqualTo(Part.LOOKS_ON);
        step(new Ask(AGENT, OTHER));
        assertThat(part(OTHER, true)).isEqualTo(Part.LOOKS_ON);
        step(new Come(OTHER));
        assertThat(part(OTHER, true)).isEqualTo(Part.ADVISES);
        assertThat(Part.LOOKS_ON.writes()).isFalse();
    }

    @Test
    void guestsLeaveWithWhoeverAskedThem() {
        var another = new Contact(ContactState.TALKING, Instant.EPOCH, 1, OTHER, null, null, null);
        assertThat(GuestRules.leave(TALKING, another)).isTrue();
        assertThat(GuestRules.leave(TALKING, TALKING)).isFalse();
        assertThat(GuestRules.leave(Contact.waiting(Instant.EPOCH), another)).isFalse();
    }
}
