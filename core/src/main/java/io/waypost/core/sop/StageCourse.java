package io.waypost.core.sop;

import io.waypost.core.deadline.ClockEvent;
import java.util.List;

/**
 * How one stage of one ticket went (环节历程), for trying another SOP on it.
 *
 * @param unitCode the unit that was responsible
 * @param events of the stage's clock, in order, the start first; without a stop where it still runs
 */
public record StageCourse(TicketKind kind, Stage stage, Party party, boolean urgent, String unitCode,
        List<ClockEvent> events) {

    public StageCourse {
        events = List.copyOf(events);
    }
}
