package io.waypost.core.sop;

import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.identity.Role;
import java.time.Duration;
import java.util.Set;

/**
 * One stage of an SOP for one responsible party (SOP 环节).
 *
 * @param normal how long the party has, as working time
 * @param urgent the same for 加急
 * @param calendar the code of the work calendar by which time counts, or {@link #OF_UNIT}
 * @param alarms when whoever is responsible is warned, and what follows the limit
 * @param pauses what the stage may wait for with its clock standing
 * @param requires what must be there before it may be left
 * @param skippers who may leave it without that
 * @param customerText what the customer is told when it begins, in plain words; empty for nothing
 */
public record SopStage(
        Stage stage,
        Party party,
        Duration normal,
        Duration urgent,
        String calendar,
        AlarmPlan alarms,
        Set<PauseReason> pauses,
        Set<Requirement> requires,
        Set<Role> skippers,
        String customerText) {

    /** The working hours of whichever unit is responsible. */
    public static final String OF_UNIT = "UNIT";
    /** Round the clock, every day. */
    public static final String ALWAYS = "always";

    public SopStage {
        pauses = Set.copyOf(pauses);
        requires = Set.copyOf(requires);
        skippers = Set.copyOf(skippers);
    }

    /** How long the party has for a ticket that is or is not 加急. */
    public Duration limit(boolean urgentTicket) {
        return urgentTicket ? urgent : normal;
    }
}
