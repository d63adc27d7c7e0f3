/** Tickets (工单): opened by findings and customers, answered by outlets, carried up by the clock, closed when the cause is gone. */
@NullMarked
@ApplicationModule(displayName = "Tickets", allowedDependencies = {"audit", "live", "network", "identity", "parcel",
        "watch", "attachment", "calendar", "sop", "export", "search", "view", "outbox", "triage", "anomaly"})
package io.waypost.app.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
