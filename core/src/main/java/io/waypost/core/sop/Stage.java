package io.waypost.core.sop;

/** The stages that an SOP may have (环节), in their order; the names are part of the API. Each has a clock of its own. */
public enum Stage {
    /** Find out what it is and who must act (受理分诊). */
    TRIAGE,
    /** The responsible unit says that it has the matter, or answers at once (响应). */
    RESPONSE,
    /** The responsible unit puts it right (处理). */
    SOLUTION,
    /** What was answered is shown true by a scan, or looked at (核实). */
    VERIFICATION,
    /** Somebody else checks the result before the customer hears of it (审核). */
    CHECK,
    /** The customer is called and says whether it is settled (回访). */
    CALL_BACK
}
