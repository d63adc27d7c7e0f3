package io.waypost.core.routing;

import io.waypost.core.contact.ContactChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a contact into the queue (入队): what it needs, and what lets it in ahead, by one version of the policy. Pure. */
public final class Admission {

    private static final int USUAL = 2;

    private final RoutingPolicy policy;

    public Admission(RoutingPolicy policy) {
        this.policy = policy;
    }

    /**
     * What is known of a contact when it comes.
     *
     * @param matter code of what it is about
     * @param language code of its language; null where everybody speaks it
     * @param contract what the customer's contract asks for; null for retail customers
     * @param repeats contacts of the same customer in the same matter within a day before
     * @param level of support that it was passed on to: 1 on coming in, at most 3
     * @param unit path of the unit whose people should have it
     * @param since from when it waits
     * @param last who had the customer's last contact, and when; both null where there was none
     */
    public record Facts(UUID id, ContactChannel channel, String matter, @Nullable String language,
            @Nullable ContractTerms contract, int repeats, int level, String unit, Instant since, @Nullable UUID last,
            @Nullable Instant lastAt) {

        public Facts {
            if (repeats < 0) {
                throw new IllegalArgumentException("There cannot be %d contacts before.".formatted(repeats));
            }
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("The level of support (%d) must be 1 to 3.".formatted(level));
            }
        }
    }

    /** Why a contact is let in ahead; the names are part of the API. */
    public enum Cause {
        REPEATED,
        CONTRACT
    }

    /** A part of the head start, to be shown. */
    public record Part(Cause cause, Duration duration) {}

    /** A contact let in, with the parts that its head start is made of. */
    public record Admitted(Waiting waiting, List<Part> parts) {

        public Admitted {
            parts = List.copyOf(parts);
        }
    }

    /** Lets it in. */
    public Admitted admit(Facts facts) {
        var parts = new ArrayList<Part>();
        var starts = policy.headStarts();
        if (facts.repeats() > 0) {
            var ahead = starts.repeat().multipliedBy(facts.repeats());
            parts.add(new Part(Cause.REPEATED, ahead.compareTo(starts.most()) < 0 ? ahead : starts.most()));
        }
        if (facts.contract() != null) {
            parts.add(new Part(Cause.CONTRACT, starts.contract()));
        }
        var headStart = parts.stream().map(Part::duration).reduce(Duration.ZERO, Duration::plus);
        return new Admitted(new Waiting(facts.id(), facts.channel(), needs(facts), facts.since(), headStart,
                facts.unit(), known(facts), facts.contract()), parts);
    }

    private List<Need> needs(Facts facts) {
        var needs = new ArrayList<Need>();
        var contract = facts.contract();
        var matter = policy.matter(facts.matter()).need(facts.repeats(), facts.level());
        needs.add(contract == null || contract.skill() != null ? matter : matter.raised(contract.level()));
        policy.languages().stream().filter(language -> language.code().equals(facts.language())).findFirst()
                .ifPresent(language -> needs.add(language.need()));
        if (contract != null && contract.skill() != null) {
            needs.add(Need.of(contract.skill(), contract.level() == 0 ? USUAL : contract.level(), 1, true));
        }
        return needs;
    }

    private @Nullable UUID known(Facts facts) {
        var at = facts.lastAt();
        return at == null || at.plus(policy.sticky().within()).isBefore(facts.since()) ? null : facts.last();
    }
}
