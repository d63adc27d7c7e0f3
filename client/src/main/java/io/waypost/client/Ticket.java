package io.waypost.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket (工单) as lists show it, as far as a partner needs it. */
public record Ticket(String id, String number, String kind, boolean urgent, @Nullable String waybill, String state,
        String level,
        Unit unit, Instant openedAt, @Nullable Instant dueAt, int limitMinutes, int urges,
        @Nullable LastAnswer lastAnswer, int version) {

    /** An organisation unit (机构). */
    public record Unit(String code, String name, String kind) {}

    /** The answer that stands. */
    public record LastAnswer(String kind, Instant at) {}

    /** A page of tickets; {@code nextCursor} is absent on the last one. */
    public record Page(List<Ticket> items, @Nullable String nextCursor) {

        public Page {
            items = List.copyOf(items);
        }
    }
}
