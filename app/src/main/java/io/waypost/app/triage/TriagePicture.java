package io.waypost.app.triage;

import io.waypost.core.triage.TriageRule;
import io.waypost.core.triage.Workload.WorkSharing;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything about triage as it stood at one instant.
 *
 * @param number grows with every change
 * @param rules of the list of rules: whoever changes it says which one they had before them
 */
record TriagePicture(long number, int rules, List<Kept> kept, Map<String, WorkSharing> sharing) {

    /** A rule, and who changed it last. */
    record Kept(TriageRule rule, Instant changedAt, String changedBy) {}

    List<TriageRule> asked() {
        return kept.stream().map(Kept::rule).toList();
    }
}
