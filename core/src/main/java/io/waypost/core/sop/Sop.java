package io.waypost.core.sop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How tickets of a kind are handled (标准作业程序, SOP). A value without flaws; drafts that may have some are {@link SopDraft}s.
 *
 * @param stages in their order; a stage stands once for each party that may be responsible in it
 * @param longestWait the furthest that a ticket may be put off
 * @param reopenWindow how long after its end the customer may dispute the result
 * @param repeatWindow how long after its end the same customer's same matter counts as a repeated complaint
 * @param handOvers how many hand-overs are borne before the ticket is flagged (踢皮球)
 */
public record Sop(
        SopId id,
        List<SopStage> stages,
        Duration longestWait,
        Duration reopenWindow,
        Duration repeatWindow,
        int handOvers) {

    public Sop {
        stages = List.copyOf(stages);
    }

    /** That stage for that party; where it has none of its own, the stage's first. Empty where the SOP has no such stage. */
    public Optional<SopStage> stage(Stage stage, Party party) {
        var own = stages.stream().filter(one -> one.stage() == stage && one.party() == party).findFirst();
        return own.isPresent() ? own : stages.stream().filter(one -> one.stage() == stage).findFirst();
    }

    /** Whether the SOP has that stage. */
    public boolean has(Stage stage) {
        return stages.stream().anyMatch(one -> one.stage() == stage);
    }
}
