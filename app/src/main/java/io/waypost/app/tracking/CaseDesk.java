package io.waypost.app.tracking;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.CaseFiles;
import io.waypost.app.ticket.CustomerCase;
import io.waypost.app.ticket.TicketBrief;
import io.waypost.app.ticket.Tickets;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** What customers see and do of their cases, for whoever knows the parcel's number and a phone's last digits. */
@Service
class CaseDesk {

    private final Tracking tracking;
    private final Tickets tickets;
    private final CaseFiles files;
    private final TrackLimits limits;
    private final Clock clock;

    CaseDesk(Tracking tracking, Tickets tickets, CaseFiles files, TrackLimits limits, Clock clock) {
        this.tracking = tracking;
        this.tickets = tickets;
        this.files = files;
        this.limits = limits;
        this.clock = clock;
    }

    /** The cases of a parcel, the newest first. */
    record Cases(List<CustomerCase> cases, Instant now) {}

    /** Something that a customer does with the ticket of that id. */
    @FunctionalInterface
    interface Write {

        void to(UUID id, @Nullable String text);
    }

    Cases list(String address, Asked asked) {
        return tracking.knowing(address, asked.waybill(), asked.digits(), this::cases);
    }

    /** Does that with the case of that number; a number of another parcel is as unknown as one that nobody has. */
    Cases write(String address, Asked asked, @Nullable String number, @Nullable String text, Write write) {
        return tracking.knowing(address, asked.waybill(), asked.digits(), waybill -> {
            var id = find(waybill, number == null ? "" : number.strip());
            limits.write(waybill);
            write.to(id, text);
            return cases(waybill);
        });
    }

    void message(UUID id, @Nullable String text, List<UUID> photoIds) {
        tickets.message(id, text == null ? "" : text, photoIds);
    }

    /** Takes a photo in that a message of the case of that number is to bring. */
    UUID photo(String address, Asked asked, @Nullable String number, String name, InputStream content) {
        return tracking.knowing(address, asked.waybill(), asked.digits(), waybill -> {
            var id = find(waybill, number == null ? "" : number.strip());
            limits.photo(waybill);
            return Acting.as(Actor.Internal.FOR_CUSTOMER, () -> files.upload(id, name, content, true)).id();
        });
    }

    void confirm(UUID id, @Nullable String text) {
        tickets.confirm(id, note(text));
    }

    void dispute(UUID id, @Nullable String text) {
        tickets.dispute(id, text == null ? "" : text);
    }

    void withdraw(UUID id, @Nullable String text) {
        tickets.withdraw(id, note(text));
    }

    void urge(UUID id, @Nullable String text) {
        tickets.urge(id, note(text));
    }

    void rate(UUID id, @Nullable Integer stars, @Nullable String text) {
        tickets.rate(id, stars, text);
    }

    private Cases cases(String waybill) {
        return new Cases(tickets.casesOf(waybill), clock.instant());
    }

    private UUID find(String waybill, String number) {
        return tickets.findByNumber(number)
                .filter(brief -> waybill.equals(brief.waybill()))
                .filter(brief -> tickets.casesOf(waybill).stream()
                        .anyMatch(one -> one.number().equals(brief.number())))
                .map(TicketBrief::id)
                .orElseThrow(() -> Refusal.of(HttpStatus.NOT_FOUND, "CASE_NOT_FOUND",
                        "There is no matter of this number about this parcel."));
    }

    /** What may be left out, within the length that everything written has. */
    private static @Nullable String note(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > 1_000) {
            throw Refusal.invalid("text", null, "TOO_LONG", "Write at most 1000 characters.");
        }
        return text.strip();
    }
}
