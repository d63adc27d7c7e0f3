package io.waypost.app.triage;

import io.waypost.core.triage.TriageDecision;
import io.waypost.core.triage.TriageFacts;
import io.waypost.core.triage.Workload.WorkSharing;

/**
 * The rules of triage as other features ask them: from memory, whoever acts. Thread-safe, without I/O. A change made on this node is
 * seen as soon as it has committed, one made on another node within a second.
 */
public interface Triages {

    /** Who gets a matter first, and why. */
    TriageDecision decide(TriageFacts facts);

    /** Whether any rule asks something of the parcel, which is then worth looking up. */
    boolean askParcel();

    /** Whether that unit shares its tickets out among its people, as far as somebody has said so. */
    WorkSharing sharing(String unitCode);
}
