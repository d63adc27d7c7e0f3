package io.waypost.app.ticket;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.KeptTicket.Liability;
import io.waypost.app.ticket.KeptTicket.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Holds what people give as a root cause against the catalogue, so that every cause can be counted. Thread-safe. */
@Component
class CauseCheck {

    private final ObjectProvider<CauseCatalogue> catalogue;

    CauseCheck(ObjectProvider<CauseCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What came out, as it may be written.
     *
     * @throws Refusal naming {@code causeCode} where the catalogue does not have it
     */
    Result result(@Nullable Liability liability, @Nullable String causeCode) {
        var code = causeCode == null || causeCode.isBlank() ? null : causeCode.strip();
        var causes = catalogue.getIfAvailable();
        if (code != null && causes != null && !causes.known(code)) {
            throw Refusal.invalid("causeCode", code, "UNKNOWN",
                    "Name a cause of the catalogue's second level that is in use, such as TRANSIT.BACKLOG.");
        }
        return new Result(liability, code);
    }
}
