package io.waypost.core.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a claim comes to under a standard, and why (理赔核算结果). The same standard and the same facts always give an equal one.
 *
 * @param version of the standard
 * @param amountFen what is owed on what is known; 0 where nothing is owed or nothing can be told
 * @param ceilingFen what would be owed if the value were proven as it is claimed; null where the value is proven or does not matter
 * @param explanation where the amount comes from; its fen are the amount
 * @param missing the evidence that is still missing, by stage
 * @param exclusions what took something away, in the order in which it did
 * @param flaws what is wrong with the facts; empty unless the reason is {@link Reason#FACTS_FLAWED}
 * @param mayDecide who may decide otherwise where the time to claim is over; empty elsewhere
 */
public record Assessment(String version, ClaimVerdict verdict, Reason reason, long amountFen, @Nullable Long ceilingFen,
        Explanation explanation, List<Missing> missing, List<Taken> exclusions, List<ClaimFlaw> flaws,
        String mayDecide) {

    public Assessment {
        missing = List.copyOf(missing);
        exclusions = List.copyOf(exclusions);
        flaws = List.copyOf(flaws);
    }

    /**
     * Evidence that a stage asks for and that is not at hand.
     *
     * @param anyOf one of these suffices
     * @param rule the id of the row that asks for it
     */
    public record Missing(ClaimStage stage, List<Evidence> anyOf, String rule) {

        public Missing {
            anyOf = List.copyOf(anyOf);
        }
    }

    /**
     * What an exclusion took away.
     *
     * @param fen how much less is owed for it, never negative
     * @param rule the id of the row
     */
    public record Taken(Exclusion exclusion, long fen, String rule) {}
}
