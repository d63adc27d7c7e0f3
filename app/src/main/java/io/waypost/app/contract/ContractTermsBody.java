package io.waypost.app.contract;

import io.waypost.core.routing.ContractTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contract's terms say, as JSON, in the API and in the database.
 *
 * @param answerSeconds by when it is answered first; null where the channel's time counts
 * @param calendar the hours in which it is served; null where the desk's count
 * @param skill of the people for that contract; null where anybody may
 * @param level that they should have; 0 where none is asked for
 * @param agents who have it first
 * @param keepSeconds how long it is kept for them
 * @param compensation what it says of claims; null where the standard counts
 * @param notes what whoever serves it should know
 */
public record ContractTermsBody(@Nullable Long answerSeconds, @Nullable @Size(max = 40) String calendar,
        @Nullable @Size(max = 40) String skill, int level, @NotNull @Size(max = 50) List<@NotNull UUID> agents,
        long keepSeconds, @NotNull @Size(max = 1000) String notes,
        @Nullable @Valid ContractCompensation compensation) {

    public ContractTermsBody {
        agents = agents == null ? List.of() : List.copyOf(agents);
        notes = notes == null ? "" : notes;
    }

    /**
     * What it asks of routing.
     *
     * @param served whether it came within the hours of the contract; else the channel's time counts
     */
    public ContractTerms routing(boolean served) {
        return new ContractTerms(skill, level,
                served && answerSeconds != null ? Duration.ofSeconds(answerSeconds) : null, Set.copyOf(agents),
                Duration.ofSeconds(keepSeconds));
    }
}
