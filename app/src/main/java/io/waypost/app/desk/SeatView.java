package io.waypost.app.desk;

import io.waypost.app.desk.ContactViews.DeskPerson;
import io.waypost.app.network.UnitRef;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.presence.NotReadyReason;
import io.waypost.core.presence.PresenceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A seat as it is shown.
 *
 * @param channels and the skills in one order, so that a page that looks again shows the same
 * @param taken how much of their capacity of 100 their contacts take
 */
record SeatView(DeskPerson person, UnitRef unit, PresenceState state, @Nullable NotReadyReason reason, Instant since,
        boolean forced, @Nullable Instant until, int taken, List<ContactChannel> channels,
        Map<String, Integer> skills) {}
