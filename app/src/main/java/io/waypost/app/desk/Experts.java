package io.waypost.app.desk;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.routing.Admission;
import io.waypost.core.routing.Coverage;
import org.springframework.stereotype.Component;

/** Whether anybody could ever take a contact at a level of support: one that nobody can take would wait for ever. */
@Component
class Experts {

    private static final int MOST_SEATS = 5_000;

    private final Policies policies;
    private final DeskSeatStore seats;

    Experts(Policies policies, DeskSeatStore seats) {
        this.policies = policies;
        this.seats = seats;
    }

    /** Refuses a level that no agent has, whether there now or not; joins the running transaction. */
    void require(KeptContact kept, int level) {
        var facts = kept.facts();
        if (level <= facts.level() || level > 3) {
            return;
        }
        var raised = new Admission.Facts(facts.id(), facts.channel(), facts.matter(), facts.language(),
                facts.contract(), facts.repeats(), level, facts.unit(), facts.since(), facts.last(), facts.lastAt());
        var needs = new Admission(policies.inForce()).admit(raised).waiting().needs();
        if (!Coverage.covers(seats.all(MOST_SEATS).stream().map(KeptSeat::skills).toList(), needs)) {
            throw Refusal.invalid("level", level, "NO_EXPERT",
                    "Nobody at the desks has the level of skill that this level of support asks for; choose a lower one.");
        }
    }
}
