package io.waypost.app.desk;

import io.waypost.app.calendar.Calendars;
import io.waypost.app.contract.ContractTermsBody;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.Moment;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a desk, or a contract, is served. */
@Component
class DeskHours {

    private final Calendars calendars;

    DeskHours(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Whether a contract with these terms is served now; without hours of its own whenever the desk is. */
    boolean served(ContractTermsBody terms, String unitCode, Instant at) {
        return opening(own(terms, at).orElseGet(() -> calendars.ofUnit(unitCode, at)), at).isEmpty();
    }

    /** When a contact is served: empty for now, or where that is not known; a contract's hours come to the desk's. */
    Optional<Instant> opening(String unitCode, @Nullable ContractTermsBody terms, Instant at) {
        var desk = opening(calendars.ofUnit(unitCode, at), at);
        var own = terms == null ? Optional.<CalendarId>empty() : own(terms, at);
        if (desk.isEmpty() || own.isEmpty()) {
            return desk;
        }
        var contract = opening(own.get(), at);
        return contract.isEmpty()
                ? contract
                : Stream.of(desk.get(), contract.get()).min(Instant::compareTo);
    }

    private Optional<CalendarId> own(ContractTermsBody terms, Instant at) {
        var code = terms.calendar();
        return code != null && calendars.known(code) ? Optional.of(calendars.inForce(code, at)) : Optional.empty();
    }

    private Optional<Instant> opening(CalendarId id, Instant at) {
        return calendars.book().calendar(id).nextWorking(at) instanceof Moment.At(var opens) && opens.isAfter(at)
                ? Optional.of(opens)
                : Optional.empty();
    }
}
