package io.waypost.app.liability;

import io.waypost.app.money.Ledger;
import io.waypost.core.ledger.Booking;
import io.waypost.core.liability.ChargeBookings;
import io.waypost.core.liability.LiabilityDecision.Movement;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Books what a decision does to the units' accounts, in the transaction of the decision. */
@Component
class ChargeMoney {

    private final Ledger ledger;

    ChargeMoney(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The charge with what was booked for it; its shares are those after the decision already. */
    KeptCharge move(KeptCharge kept, Movement movement) {
        return switch (movement) {
            case NONE -> kept;
            case BOOK -> provisional(kept);
            case RELEASE -> released(kept);
            case REBOOK -> provisional(released(kept));
            case FINALISE -> {
                book(ChargeBookings.last(kept.paper().number(), kept.liability().shares(), kept.paper().fen()));
                yield kept.booked(kept.round(), null);
            }
            case REBOOK_AND_FINALISE -> {
                var free = released(kept);
                book(ChargeBookings.awarded(kept.paper().number(), kept.liability().shares(), kept.paper().fen()));
                yield free;
            }
        };
    }

    private KeptCharge provisional(KeptCharge kept) {
        int round = kept.round() + 1;
        return kept.booked(round, book(ChargeBookings.provisional(kept.paper().number(), round,
                kept.liability().shares(), kept.paper().fen())));
    }

    private KeptCharge released(KeptCharge kept) {
        var number = kept.paper().number();
        ledger.reverse(Objects.requireNonNull(kept.booked(), "Nothing is charged provisionally."),
                ChargeBookings.reversal(number, kept.round()), "冲回：理赔 %s".formatted(number));
        return kept.booked(kept.round(), null);
    }

    private @Nullable UUID book(Optional<Booking> booking) {
        return booking.map(ledger::book).orElse(null);
    }
}
