package io.waypost.app.triage;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.sop.Sops;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.triage.Conditions;
import io.waypost.core.triage.Owner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what somebody wrote against what there is: every wrong field by its name, and what would be right. */
@Component
class RuleCheck {

    private static final int NAME = 60;
    private static final int WORDS = 50;
    private static final int WORD = 30;
    private static final int REPEATS = 99;

    private final Sops sops;
    private final Network network;

    RuleCheck(Sops sops, Network network) {
        this.sops = sops;
        this.network = network;
    }

    /**
     * Refuses what is no rule.
     *
     * @throws Refusal with every field that is not acceptable
     */
    void require(String name, RuleBody body) {
        var wrong = new ArrayList<Refusal.Field>();
        if (name.isBlank() || name.length() > NAME) {
            wrong.add(field("name", name, "LENGTH", "Give it a name of at most %d characters.".formatted(NAME)));
        }
        var when = body.when() == null ? Conditions.NONE : body.when().conditions();
        for (int i = 0; i < when.kinds().size(); i++) {
            var kind = when.kinds().get(i);
            if (TicketKind.read(kind).filter(read -> sops.kinds().find(read).isPresent()).isEmpty()) {
                wrong.add(field("when.kinds[%d]".formatted(i), kind, "UNKNOWN", "Name a kind of the catalogue."));
            }
        }
        for (int i = 0; i < when.units().size(); i++) {
            if (network.unit(when.units().get(i)).isEmpty()) {
                wrong.add(field("when.units[%d]".formatted(i), when.units().get(i), "UNKNOWN",
                        "Name a unit by its code."));
            }
        }
        words("when.keywords", when.keywords(), wrong);
        words("when.customers", when.customers(), wrong);
        if (when.repeats() < 0 || when.repeats() > REPEATS) {
            wrong.add(field("when.repeats", when.repeats(), "OUT_OF_RANGE", "Between 0 and %d.".formatted(REPEATS)));
        }
        outcome(body.outcome(), wrong);
        if (!wrong.isEmpty()) {
            throw Refusal.invalid("This is no rule yet.", wrong);
        }
    }

    private void outcome(RuleBody.TriageOutcome outcome, List<Refusal.Field> wrong) {
        if (outcome.owner() == null && outcome.urgent() == null) {
            wrong.add(field("outcome.owner", null, "MISSING", "Say who gets the ticket, or that it becomes urgent."));
        }
        boolean names = outcome.owner() == Owner.UNIT || outcome.owner() == Owner.DESK;
        if (outcome.owner() == Owner.UNIT && outcome.unit() == null) {
            wrong.add(field("outcome.unit", null, "MISSING", "Name the unit by its code."));
        } else if (outcome.unit() != null && !names) {
            wrong.add(
                    field("outcome.unit", outcome.unit(), "NOT_ASKED", "Leave it out: this owner is found by itself."));
        } else if (outcome.unit() != null && network.unit(outcome.unit()).filter(Unit::active).isEmpty()) {
            wrong.add(field("outcome.unit", outcome.unit(), "UNKNOWN", "Name a working unit by its code."));
        }
    }

    private static void words(String field, List<String> words, List<Refusal.Field> wrong) {
        if (words.size() > WORDS) {
            wrong.add(field(field, words.size(), "TOO_MANY", "Name at most %d.".formatted(WORDS)));
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isBlank() || words.get(i).length() > WORD) {
                wrong.add(field("%s[%d]".formatted(field, i), words.get(i), "LENGTH",
                        "Between 1 and %d characters.".formatted(WORD)));
            }
        }
    }

    private static Refusal.Field field(String name, @Nullable Object value, String code, String message) {
        return new Refusal.Field(name, value, code, message);
    }
}
